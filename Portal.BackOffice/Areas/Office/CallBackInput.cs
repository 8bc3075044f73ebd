using Portal.BackOffice.Kit;
using Portal.Domain.Messages;

namespace Portal.BackOffice.Areas.Office;

/// <summary>Reads a promise to call back, as it's typed.</summary>
internal static class CallBackInput
{
    /// <summary>The promise; null when none was typed, or when something is wrong, which is said at its field.</summary>
    /// <param name="prefix">What the fields' names begin with.</param>
    public static CallBack? Read(FormCheck check, string prefix, DateParts on, string? at, Guid? by)
    {
        var day = check.Day(prefix + "CallBackOn", on, "Enter a date to call back, today or later.");
        var (isTime, time) = TimeOfDay.Read(at);
        check.That(isTime, prefix + "CallBackAt", "Enter a time such as 2:30 PM, or leave it blank.")
            .That(!on.IsEmpty || (string.IsNullOrWhiteSpace(at) && by is null), prefix + "CallBackOn", "Enter the day to call back, or leave the time and the person blank.");
        return day is { } known ? new(known, time, by) : null;
    }
}

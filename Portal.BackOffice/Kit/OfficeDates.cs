using Portal.Domain.Offices;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Writes days and times of the office's time zone, short, in the reader's language.</summary>
public sealed record OfficeDates(OfficeCalendar Calendar, DateTime Now, string Language)
{
    /// <summary>The office's day.</summary>
    public DateOnly Today { get; } = Calendar.DayOf(Now);

    /// <summary>The second business day from today: until then something is due soon.</summary>
    public DateOnly SoonUntil { get; } = Calendar.AddBusinessDays(Calendar.DayOf(Now), 2);

    /// <summary>Such as Nov 21, 2026.</summary>
    public string Day(DateOnly day) => Day(day, Language);

    /// <summary>The same in any language.</summary>
    public static string Day(DateOnly day, string language) => day.ToString(language == "es" ? "d MMM yyyy" : "MMM d, yyyy", Texts.CultureOf(language));

    /// <summary>Without the year when it is this one, for the queue.</summary>
    public string Short(DateOnly day) => day.Year == Today.Year ? day.ToString(Language == "es" ? "d MMM" : "MMM d", Texts.CultureOf(Language)) : Day(day);

    /// <summary>The day of an instant.</summary>
    public string Day(DateTime utc) => Day(Calendar.DayOf(utc));

    /// <summary>Day and time of an instant.</summary>
    public string At(DateTime utc)
    {
        var local = Calendar.Local(utc);
        return $"{Day(DateOnly.FromDateTime(local))}, {local.ToString("h:mm tt", Texts.CultureOf(Language))}";
    }

    /// <summary>How many of the office's days ago.</summary>
    public string Age(DateTime utc) => (Today.DayNumber - Calendar.DayOf(utc).DayNumber) switch
    {
        <= 0 => Texts.Get(Language, "today").ToLower(Texts.CultureOf(Language)),
        1 => Texts.Get(Language, "1 day"),
        var days => Texts.Get(Language, "{0} days", days),
    };
}

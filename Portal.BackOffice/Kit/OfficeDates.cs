using Portal.Domain.Offices;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Kit;

/// <summary>Formats dates and times in the office's time zone, in short form and the reader's language.</summary>
public sealed record OfficeDates(OfficeCalendar Calendar, DateTime Now, string Language)
{
    /// <summary>Today in the office's time zone.</summary>
    public DateOnly Today { get; } = Calendar.DayOf(Now);

    /// <summary>The second business day from today. Anything due by then is due soon.</summary>
    public DateOnly SoonUntil { get; } = Calendar.AddBusinessDays(Calendar.DayOf(Now), 2);

    /// <summary>The business days that many from today, each once.</summary>
    public IReadOnlyList<DateOnly> NextWorkdays(params IEnumerable<int> counts) => [.. counts.Select(count => Calendar.AddBusinessDays(Today, count)).Distinct()];

    /// <summary>For example, Nov 21, 2026.</summary>
    public string Day(DateOnly day) => Day(day, Language);

    /// <summary>Same, in a given language.</summary>
    public static string Day(DateOnly day, string language) => day.ToString(language == "es" ? "d MMM yyyy" : "MMM d, yyyy", Texts.CultureOf(language));

    /// <summary>Without the year if it's this year; for the queue.</summary>
    public string Short(DateOnly day) => day.Year == Today.Year ? day.ToString(Language == "es" ? "d MMM" : "MMM d", Texts.CultureOf(Language)) : Day(day);

    /// <summary>Date of an instant.</summary>
    public string Day(DateTime utc) => Day(Calendar.DayOf(utc));

    /// <summary>Date and time of an instant.</summary>
    public string At(DateTime utc) => $"{Day(utc)}, {Time(utc)}";

    /// <summary>Time of day of an instant.</summary>
    public string Time(DateTime utc) => Time(TimeOnly.FromDateTime(Calendar.Local(utc)));

    /// <summary>A time of day in the office's time zone, such as 2:30 PM.</summary>
    public string Time(TimeOnly at) => at.ToString("h:mm tt", Texts.CultureOf(Language));

    /// <summary>Number of days ago, by the office's calendar.</summary>
    public string Age(DateTime utc) => (Today.DayNumber - Calendar.DayOf(utc).DayNumber) switch
    {
        <= 0 => Texts.Get(Language, "today").ToLower(Texts.CultureOf(Language)),
        1 => Texts.Get(Language, "1 day"),
        var days => Texts.Get(Language, "{0} days", days),
    };
}

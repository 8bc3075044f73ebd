using Portal.Domain.Offices;

namespace Portal.Domain.Offices;

/// <summary>
/// The office's days: its time zone, its weekdays, the federal holidays and the days on which it is closed besides.
/// Business hours, for mail nobody asked for, are 8:00 to 18:00.
/// </summary>
public sealed class OfficeCalendar(TimeZoneInfo zone, IReadOnlySet<DateOnly> closures)
{
    private static readonly TimeOnly Opens = new(8, 0);
    private static readonly TimeOnly Closes = new(17, 30);
    private static readonly TimeOnly Shuts = new(18, 0);

    /// <summary>The office's time zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The office's day at that instant.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The office's wall clock at that instant.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>Whether people work on that day.</summary>
    public bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closures.Contains(day) && !FederalHolidays.Include(day);

    /// <summary>Whether mail that nobody waits for may go out now: a business day, never at night.</summary>
    public bool IsOpen(DateTime utc)
    {
        var local = Local(utc);
        var time = TimeOnly.FromDateTime(local);
        return IsBusinessDay(DateOnly.FromDateTime(local)) && time >= Opens && time < Shuts;
    }

    /// <summary>Whether it is the last half hour of a business day: what was promised for today is kept now or not at all.</summary>
    public bool IsClosing(DateTime utc) => IsOpen(utc) && TimeOnly.FromDateTime(Local(utc)) >= Closes;

    /// <summary>Whether the office's hours of that day are over.</summary>
    public bool HasShut(DateTime utc) => TimeOnly.FromDateTime(Local(utc)) >= Shuts;

    /// <summary>That day, or the first business day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsBusinessDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>That day, or the last business day before it: a promise is kept early rather than late.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsBusinessDay(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The <paramref name="count"/>-th business day after that day.</summary>
    public DateOnly AddBusinessDays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
            day = OnOrAfter(day.AddDays(1));
        return day;
    }
}

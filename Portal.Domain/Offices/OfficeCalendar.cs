using Portal.Domain.Offices;

namespace Portal.Domain.Offices;

/// <summary>
/// The office's days: its time zone, weekdays, federal holidays, and its own closures.
/// Emails no one is waiting for go out from 8:00 AM to 6:00 PM.
/// </summary>
public sealed class OfficeCalendar(TimeZoneInfo zone, IReadOnlySet<DateOnly> closures)
{
    private static readonly TimeOnly Opens = new(8, 0);
    private static readonly TimeOnly Closes = new(17, 30);
    private static readonly TimeOnly Shuts = new(18, 0);

    /// <summary>The office's time zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The date in the office at this instant.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The local time in the office at this instant.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>The instant of a local time. A time that clocks skip in spring counts as an hour later.</summary>
    public DateTime Utc(DateTime local) =>
        TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);

    /// <summary>The instant at which the office's day began, UTC.</summary>
    public DateTime MidnightBefore(DateTime utc) => Utc(DayOf(utc).ToDateTime(TimeOnly.MinValue));

    /// <summary>Whether this is a business day.</summary>
    public bool IsBusinessDay(DateOnly day) => FederalHolidays.IsBusinessDay(day) && !closures.Contains(day);

    /// <summary>Whether emails no one is waiting for may go out: on a business day, never at night.</summary>
    public bool IsOpen(DateTime utc)
    {
        var local = Local(utc);
        var time = TimeOnly.FromDateTime(local);
        return IsBusinessDay(DateOnly.FromDateTime(local)) && time >= Opens && time < Shuts;
    }

    /// <summary>Whether it is the last half hour of a business day, the last chance to send what was promised for today.</summary>
    public bool IsClosing(DateTime utc) => IsOpen(utc) && TimeOnly.FromDateTime(Local(utc)) >= Closes;

    /// <summary>Whether the office's hours are over for the day.</summary>
    public bool HasShut(DateTime utc) => TimeOnly.FromDateTime(Local(utc)) >= Shuts;

    /// <summary>This day, or the first business day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsBusinessDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>This day, or the last business day before it, to keep a promise early rather than late.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsBusinessDay(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day that is <paramref name="count"/> business days after <paramref name="day"/>.</summary>
    public DateOnly AddBusinessDays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
            day = OnOrAfter(day.AddDays(1));
        return day;
    }
}

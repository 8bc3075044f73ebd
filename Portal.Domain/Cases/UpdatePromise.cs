using Portal.Domain.Offices;

namespace Portal.Domain.Cases;

/// <summary>Computes the next date promised to a constituent.</summary>
public static class UpdatePromise
{
    /// <summary>The day of the first update on a new request, by its priority [G: office practice, casework.md "Priority"].</summary>
    public static DateOnly First(OfficeCalendar calendar, DateTime receivedAt, Cases.Priority priority)
    {
        var today = calendar.DayOf(receivedAt);
        return priority switch
        {
            Cases.Priority.P0 => calendar.OnOrAfter(calendar.HasShut(receivedAt) ? today.AddDays(1) : today),
            Cases.Priority.P1 => calendar.AddBusinessDays(today, 1),
            _ => calendar.AddBusinessDays(today, 5),
        };
    }

    /// <summary>The next update while no one has accepted the request: as soon as for a new one, but never today.</summary>
    public static DateOnly Again(OfficeCalendar calendar, DateTime now, Cases.Priority priority) =>
        calendar.AddBusinessDays(calendar.DayOf(now), priority <= Cases.Priority.P1 ? 1 : 5);

    /// <summary>The regular update: <paramref name="intervalDays"/> days from now, or the business day before that.</summary>
    public static DateOnly Next(OfficeCalendar calendar, DateTime now, int intervalDays)
    {
        var today = calendar.DayOf(now);
        var day = calendar.OnOrBefore(today.AddDays(Math.Max(1, intervalDays)));
        return day > today ? day : calendar.AddBusinessDays(today, 1);
    }
}

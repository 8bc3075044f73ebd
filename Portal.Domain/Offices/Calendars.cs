using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Offices;

/// <summary>Reads the office's calendar from its settings and closures.</summary>
public sealed class Calendars(PortalDb db, Calendars.Cache cache, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Caches the calendar for the whole process for a minute.</summary>
    public sealed class Cache
    {
        internal (OfficeCalendar Calendar, DateTimeOffset ReadAt)? Kept { get; set; }

        /// <summary>Clears the cache, so the next read queries the database.</summary>
        public void Clear() => Kept = null;
    }


    /// <summary>The calendar, at most a minute old.</summary>
    public async Task<OfficeCalendar> ReadAsync(CancellationToken cancellation)
    {
        if (cache.Kept is { } kept && (clock.GetUtcNow() - kept.ReadAt).Duration() < Fresh)
            return kept.Calendar;
        var zone = await db.Set<Office>().Select(o => o.TimeZone).SingleOrDefaultAsync(cancellation) ?? "America/New_York";
        var closures = await db.Set<OfficeClosure>().AsNoTracking().ToListAsync(cancellation);
        var calendar = new OfficeCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone), closures.SelectMany(c => c.Days).ToHashSet());
        cache.Kept = (calendar, clock.GetUtcNow());
        return calendar;
    }
}

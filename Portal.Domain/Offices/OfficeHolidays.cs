using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Offices;

/// <summary>What the holidays page shows.</summary>
/// <param name="Federal">Federal holidays of this year and the next, in order.</param>
/// <param name="Own">The office's current and future closures, in order.</param>
public sealed record OfficeHolidayList(IReadOnlyList<FederalHoliday> Federal, IReadOnlyList<OfficeClosure> Own);

/// <summary>Reads the days the office is closed.</summary>
public sealed class OfficeHolidays(PortalDb db, Calendars calendars, TimeProvider clock)
{
    private const int MaxClosures = 200;

    /// <summary>Reads the list as of today in the office's time zone.</summary>
    public async Task<OfficeHolidayList> ReadAsync(CancellationToken cancellation)
    {
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        var own = await db.Set<OfficeClosure>().AsNoTracking()
            .Where(c => c.LastDay >= today)
            .OrderBy(c => c.FirstDay)
            .Take(MaxClosures)
            .ToListAsync(cancellation);
        return new([.. FederalHolidays.In(today.Year), .. FederalHolidays.In(today.Year + 1)], own);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Updates;

namespace Portal.Domain.Offices;

/// <summary>What the page about holidays shows.</summary>
/// <param name="Federal">Federal holidays of this year and the next, in order.</param>
/// <param name="Own">The office's closures that are not over, in order.</param>
public sealed record OfficeHolidayList(IReadOnlyList<FederalHoliday> Federal, IReadOnlyList<OfficeClosure> Own);

/// <summary>Reads the days on which the office is closed.</summary>
public sealed class OfficeHolidays(PortalDb db, Calendars calendars, TimeProvider clock)
{
    private const int Most = 200;

    /// <summary>As of today in the office.</summary>
    public async Task<OfficeHolidayList> ReadAsync(CancellationToken cancellation)
    {
        var today = (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
        var own = await db.Set<OfficeClosure>().AsNoTracking().Where(c => c.LastDay >= today).OrderBy(c => c.FirstDay).Take(Most).ToListAsync(cancellation);
        return new([.. FederalHolidays.In(today.Year), .. FederalHolidays.In(today.Year + 1)], own);
    }
}

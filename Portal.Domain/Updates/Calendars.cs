using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Updates;

/// <summary>Reads the office's calendar: settings and holidays.</summary>
public sealed class Calendars(PortalDb db)
{
    private OfficeCalendar? _calendar;

    /// <summary>The calendar, read once per scope.</summary>
    public async Task<OfficeCalendar> ReadAsync(CancellationToken cancellation)
    {
        if (_calendar is not null)
            return _calendar;
        var zone = await db.Set<Office>().Select(o => o.TimeZone).SingleOrDefaultAsync(cancellation) ?? "America/New_York";
        var holidays = await db.Set<Holiday>().Select(h => h.Day).ToListAsync(cancellation);
        return _calendar = new OfficeCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone), holidays.ToHashSet());
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Offices;

/// <summary>Loads the federal holidays (5 USC 6103) this build knows.</summary>
public sealed class HolidaySeed(PortalDb db)
{
    private sealed record FactsFor(DayRow[] Days);

    private sealed record DayRow(DateOnly Date, Bilingual Name);

    /// <summary>Adds the days that are missing; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var known = await db.Set<Holiday>().Select(h => h.Day).ToListAsync(cancellation);
        db.AddRange(SeedFile.Read<FactsFor>("holidays.json").Days.Where(d => !known.Contains(d.Date))
            .Select(d => new Holiday { Day = d.Date, Name = d.Name.En, NameEs = d.Name.Es }));
    }
}

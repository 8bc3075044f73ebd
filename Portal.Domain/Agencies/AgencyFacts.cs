using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>Loads and reads the appeal periods and channels of the agencies. Never overwrites an office's changes.</summary>
public sealed class AgencyFacts(PortalDb db)
{
    /// <summary>Adds the facts that are missing; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        var periods = await db.Set<AppealPeriod>().Select(p => p.Code).ToListAsync(cancellation);
        db.AddRange(SeedFile.Read<AppealPeriodCard[]>("appeal-periods.json")
            .Select((card, position) => new AppealPeriod
            {
                Code = card.Code,
                AgencyCode = card.Agency,
                Position = position,
                Card = JsonSerializer.Serialize(card, SeedFile.Json),
            }).Where(p => !periods.Contains(p.Code)));
        var channels = await db.Set<AgencyChannel>().Select(c => c.Code).ToListAsync(cancellation);
        db.AddRange(SeedFile.Read<AgencyChannelCard[]>("agency-channels.json")
            .Select((card, position) => new AgencyChannel
            {
                Code = card.Code,
                AgencyCode = card.Agency,
                Position = position,
                Card = JsonSerializer.Serialize(card, SeedFile.Json),
            }).Where(c => !channels.Contains(c.Code)));
    }

    /// <summary>The appeal periods with these codes, in that order; codes that don't exist are left out.</summary>
    public async Task<IReadOnlyList<AppealPeriodCard>> PeriodsAsync(IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        if (codes.Count == 0)
            return [];
        var rows = await db.Set<AppealPeriod>().AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, cancellation);
        return [.. codes.Where(rows.ContainsKey).Select(c => rows[c].Read())];
    }
}

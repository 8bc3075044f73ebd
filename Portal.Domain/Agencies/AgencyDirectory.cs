using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Agencies;

/// <summary>All agencies, for pages that only show them. Operations that decide on a rule read the agency themselves.</summary>
public sealed class AgencyDirectory(PortalDb db, AgencyDirectory.Cache cache, TimeProvider clock)
{
    // For what another process saved; what this one saves is seen at once.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>Where the process keeps what it read.</summary>
    public sealed class Cache
    {
        internal Reading? Last { get; set; }
    }

    internal sealed record Reading(IReadOnlyDictionary<string, Agency> Agencies, long Saves, DateTimeOffset At);

    /// <summary>Every agency by its code; not to be changed.</summary>
    public async Task<IReadOnlyDictionary<string, Agency>> ReadAsync(CancellationToken cancellation)
    {
        var saves = db.SavesOf<Agency>();
        if (cache.Last is { } last && last.Saves == saves && (clock.GetUtcNow() - last.At).Duration() < Fresh)
            return last.Agencies;
        var agencies = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(a => a.Code, cancellation);
        cache.Last = new(agencies, saves, clock.GetUtcNow());
        return agencies;
    }
}

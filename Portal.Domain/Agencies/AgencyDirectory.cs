using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>All agencies, cached for pages that only show them. Operations that decide by a rule read the agency from the database.</summary>
public sealed class AgencyDirectory(PortalDb db, AgencyDirectory.Cache cache, TimeProvider clock)
{
    // Bounds how long another process's saves go unnoticed; this process's own are seen right away.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    /// <summary>Caches the agencies for the whole process.</summary>
    public sealed class Cache
    {
        internal Reading? Last { get; set; }
    }

    internal sealed record Reading(IReadOnlyDictionary<string, Agency> Agencies, long Saves, DateTimeOffset At);

    /// <summary>Every agency by its code. Shared; don't modify.</summary>
    public async Task<IReadOnlyDictionary<string, Agency>> ReadAsync(CancellationToken cancellation)
    {
        var saves = db.SavesOf<Agency>();
        if (cache.Last is { } last && last.Saves == saves && (clock.GetUtcNow() - last.At).Duration() < Fresh)
            return last.Agencies;
        var agencies = await db.Set<Agency>().AsNoTracking().ToDictionaryAsync(a => a.Code, cancellation);
        cache.Last = new(agencies, saves, clock.GetUtcNow());
        return agencies;
    }

    /// <summary>The agency with this code, ignoring case; null when there is none.</summary>
    public async Task<Agency?> FindAsync(string code, CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).GetValueOrDefault(code.ToUpperInvariant());

    /// <summary>The agencies that require a release, sorted by short name in the reader's language.</summary>
    public async Task<IReadOnlyList<Agency>> WithReleasesAsync(string language, CancellationToken cancellation) =>
        [.. (await ReadAsync(cancellation)).Values
            .Where(a => a.Rules.Signature != SignatureClass.None)
            .OrderBy(a => a.ShortNameIn(language), StringComparer.Create(Texts.CultureOf(language), ignoreCase: false))];
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

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

    /// <summary>The agency of that code, in capitals or not; null when there is none.</summary>
    public async Task<Agency?> FindAsync(string code, CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).GetValueOrDefault(code.ToUpperInvariant());

    /// <summary>The agencies that want a release before they answer, by their short name in the reader's language.</summary>
    public async Task<IReadOnlyList<Agency>> WithReleasesAsync(string language, CancellationToken cancellation) =>
        [.. (await ReadAsync(cancellation)).Values.Where(a => a.Rules.Signature != SignatureClass.None).OrderBy(a => a.ShortNameIn(language), StringComparer.Create(Texts.CultureOf(language), ignoreCase: false))];
}

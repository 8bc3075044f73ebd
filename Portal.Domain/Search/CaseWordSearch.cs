using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Search;

namespace Portal.Domain.Search;

/// <summary>Finds cases by the words in them. Never writes.</summary>
public sealed class CaseWordSearch(PortalDb db, WordHashes hashes)
{
    /// <summary>The cases that have everything that was typed, at most so many, in this order; none when that's too little to search for.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string typed, SearchOrder order, int most, CancellationToken cancellation)
    {
        var numbers = await SearchWords.FindAsync(db, hashes.Ask(typed), order, most, cancellation);
        var cases = await db.Set<IndexedCase>().Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, i => i.CaseId, cancellation);
        return [.. numbers.Where(cases.ContainsKey).Select(n => cases[n])];
    }
}

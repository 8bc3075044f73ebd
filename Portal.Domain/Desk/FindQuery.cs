using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Desk;

/// <summary>Finds the few cases that somebody most likely means. Never writes.</summary>
public sealed class FindQuery(PortalDb db, CaseSearch search)
{
    /// <summary>The most cases that are shown.</summary>
    public const int Most = 8;

    /// <summary>The cases, open ones first and then the newest; none for a reader who may not see cases.</summary>
    public async Task<IReadOnlyList<Case>> FindAsync(string? typed, Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Permission.ReadCases) || string.IsNullOrWhiteSpace(typed))
            return [];
        var found = await search.FindAsync(typed.Trim(), cancellation);
        var ids = await found.OrderBy(c => c.ClosedAt != null).ThenByDescending(c => c.ReceivedAt).ThenBy(c => c.Id).Select(c => c.Id).Take(Most).ToListAsync(cancellation);
        await db.ReadKeysAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellation);
        return [.. cases.OrderBy(c => ids.IndexOf(c.Id))];
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bulk;
using Portal.Domain.Cases;

namespace Portal.Domain.Desk;

/// <summary>A case that something is done to together with others.</summary>
/// <param name="Case">The case.</param>
/// <param name="Why">Why it's left out, as an English sentence; null when it's done.</param>
public sealed record BulkCase(Case Case, string? Why);

/// <summary>What was planned for several cases, and what came of it.</summary>
/// <param name="Act">What was planned.</param>
/// <param name="LeftOut">The cases that were left out, with the reason.</param>
public sealed record BulkPage(BulkAct Act, IReadOnlyList<BulkCase> LeftOut)
{
    /// <summary>How many cases are still to be done.</summary>
    public required int Waiting { get; init; }

    /// <summary>How many cases are done.</summary>
    public required int Done { get; init; }

    /// <summary>Whether it can still be undone.</summary>
    public required bool CanUndo { get; init; }
}

/// <summary>Reads what is done to several cases at once. Never writes.</summary>
public sealed class BulkQuery(PortalDb db, TimeProvider clock)
{
    /// <summary>The cases with these references, and which of them are left out.</summary>
    public Task<IReadOnlyList<BulkCase>> PreviewAsync(BulkDeed deed, IReadOnlyCollection<string> references, CancellationToken cancellation) =>
        PreviewAsync(deed, db.Set<Case>().Where(c => references.Contains(c.Reference)), cancellation);

    /// <summary>The cases with these ids, and which of them are left out.</summary>
    public Task<IReadOnlyList<BulkCase>> PreviewAsync(BulkDeed deed, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        PreviewAsync(deed, db.Set<Case>().Where(c => ids.Contains(c.Id)), cancellation);

    /// <summary>The cases with these references, the most urgent first.</summary>
    public async Task<IReadOnlyList<Case>> ReadAsync(IReadOnlyCollection<string> references, CancellationToken cancellation) =>
        await ReadAsync(db.Set<Case>().Where(c => references.Contains(c.Reference)), cancellation);

    /// <summary>What was planned; null when there's no such thing.</summary>
    public async Task<BulkPage?> FindAsync(Guid actId, CancellationToken cancellation)
    {
        if (await db.Set<BulkAct>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == actId, cancellation) is not { } act)
            return null;
        var counts = await db.Set<BulkItem>().Where(i => i.ActId == actId).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var why = await db.Set<BulkItem>().Where(i => i.ActId == actId && i.State == BulkState.LeftOut).ToDictionaryAsync(i => i.CaseId, i => i.Why, cancellation);
        var cases = await ReadAsync(db.Set<Case>().Where(c => why.Keys.Contains(c.Id)), cancellation);
        return new(act, [.. cases.Select(c => new BulkCase(c, why[c.Id]))])
        {
            Waiting = act.IsCanceled ? 0 : counts.GetValueOrDefault(BulkState.Waiting),
            Done = counts.GetValueOrDefault(BulkState.Done),
            CanUndo = act.EndedAt is null && act.RunAt > clock.GetUtcNow().UtcDateTime,
        };
    }

    private async Task<IReadOnlyList<BulkCase>> PreviewAsync(BulkDeed deed, IQueryable<Case> wanted, CancellationToken cancellation)
    {
        var cases = await ReadAsync(wanted, cancellation);
        var leftOut = await db.LeftOutAsync(deed, cases, cancellation);
        return [.. cases.Select(c => new BulkCase(c, leftOut.GetValueOrDefault(c.Id)))];
    }

    private async Task<IReadOnlyList<Case>> ReadAsync(IQueryable<Case> wanted, CancellationToken cancellation)
    {
        var cases = await wanted.AsNoTracking().OrderBy(c => c.Priority).ThenBy(c => c.ReceivedAt).ThenBy(c => c.Id).ToListAsync(cancellation);
        await db.ReadKeysAsync(cases.Select(c => c.Id), cancellation);
        return cases;
    }
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Activity;

/// <summary>The result of verifying the whole chain.</summary>
/// <param name="Sealed">The number of entries verified.</param>
/// <param name="Waiting">The number of entries not sealed yet.</param>
/// <param name="Problem">The first problem, as a sentence; null when there's none.</param>
/// <param name="Head">The newest hash.</param>
public sealed record ChainReport(long Sealed, long Waiting, string? Problem, string Head);

/// <summary>Walks the chain from its first link and verifies every entry.</summary>
public sealed class VerifyActivity(PortalDb db)
{
    private const int Batch = 2_000;

    /// <summary>Verifies the chain. Read-only.</summary>
    public async Task<ChainReport> RunAsync(CancellationToken cancellation)
    {
        long sequence = 0;
        var hash = ActivityChain.Origin;
        while (true)
        {
            var links = await db.Set<ActivitySeal>().AsNoTracking().Where(s => s.Sequence > sequence).OrderBy(s => s.Sequence).Take(Batch)
                .Join(db.Set<ActivityEntry>(), s => s.ActivityId, e => e.Id, (s, e) => new { Seal = s, Entry = e })
                .OrderBy(l => l.Seal.Sequence).ToListAsync(cancellation);
            foreach (var link in links)
            {
                if (link.Seal.Sequence != sequence + 1)
                    return new(sequence, 0, $"Entry {sequence + 1} is missing from the activity record.", hash);
                hash = ActivityChain.Link(hash, ++sequence, link.Entry);
                if (hash != link.Seal.Hash)
                    return new(sequence - 1, 0, $"Entry {sequence} was changed after it was sealed.", hash);
            }

            if (links.Count == 0)
                break;
        }

        // One query each, because entries are still being written and sealed meanwhile.
        var (seals, entries, unsealed) = (db.Set<ActivitySeal>(), db.Set<ActivityEntry>(), db.Set<UnsealedActivity>());
        var waiting = await unsealed.LongCountAsync(cancellation);
        var problem =
            await seals.AnyAsync(s => s.Sequence > sequence && !entries.Any(e => e.Id == s.ActivityId), cancellation)
            || await unsealed.AnyAsync(u => !entries.Any(e => e.Id == u.ActivityId), cancellation)
                ? "An entry at the end of the activity record was deleted."
            : await entries.AnyAsync(e => !seals.Any(s => s.ActivityId == e.Id) && !unsealed.Any(u => u.ActivityId == e.Id), cancellation)
                ? "One entry isn't part of the sealed activity record."
            : null;
        return new(sequence, waiting, problem, hash);
    }
}

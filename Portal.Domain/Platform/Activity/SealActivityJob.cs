using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Platform.Activity;

/// <summary>Adds new entries to the chain in order. Only this job touches the chain, so writers never wait for it (ADR 0005).</summary>
[Recurring("Seal new entries in the activity record", Seconds = 10)]
public sealed class SealActivityJob(PortalDb db, TimeProvider clock) : ISweep
{
    private const int Batch = 500;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var rows = 0;
        while (true)
        {
            var waiting = await db.Set<UnsealedActivity>().OrderBy(u => u.ActivityId).Take(Batch).ToListAsync(cancellation);
            if (waiting.Count == 0)
                return rows;
            var ids = waiting.Select(u => u.ActivityId).ToList();
            var entries = await db.Set<ActivityEntry>().Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancellation);
            if (entries.Count == 0)
                return rows;
            var last = await db.Set<ActivitySeal>().OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellation);
            var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? ActivityChain.Origin);
            foreach (var entry in entries)
            {
                hash = ActivityChain.Link(hash, ++sequence, entry);
                db.Add(new ActivitySeal { Sequence = sequence, ActivityId = entry.Id, Hash = hash, SealedAt = clock.GetUtcNow().UtcDateTime });
            }

            // A row whose entry is gone stays, so that verification can detect the deletion.
            db.RemoveRange(waiting.Where(u => entries.Exists(e => e.Id == u.ActivityId)));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
            rows += entries.Count;
        }
    }
}

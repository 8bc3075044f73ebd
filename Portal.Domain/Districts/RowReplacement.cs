using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Districts;

/// <summary>Replaces all rows of a table in one transaction: readers see the old table or the new one, never half of either.</summary>
internal static class RowReplacement
{
    private const int Batch = 5_000;

    /// <param name="db">A context used for nothing else; it tracks nothing afterward.</param>
    /// <param name="deleteAll">Deletes the old rows.</param>
    /// <param name="rows">The new rows with their children; enumerated again if the database requires a retry.</param>
    /// <param name="record">Records what happened, in the same transaction.</param>
    /// <param name="cancel">Cancels and keeps the old rows.</param>
    public static Task ReplaceAsync<TRow>(
        PortalDb db, Func<CancellationToken, Task> deleteAll, IReadOnlyCollection<TRow> rows, Action record, CancellationToken cancel)
        where TRow : class =>
        db.InTransactionAsync(async () =>
        {
            await deleteAll(cancel);
            foreach (var batch in rows.Chunk(Batch))
            {
                db.ChangeTracker.Clear();
                db.Set<TRow>().AddRange(batch);
                await db.SaveChangesAsync(cancel);
            }
            db.ChangeTracker.Clear();
            record();
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }, cancel);
}

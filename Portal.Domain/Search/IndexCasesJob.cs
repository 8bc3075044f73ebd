using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Search;

namespace Portal.Domain.Search;

/// <summary>
/// Keeps the words of cases searchable. It follows the activity record, in which every change of a case is recorded, so no operation has
/// to think of the index, and what a killed run didn't finish the next one does. Its cost grows with what changed.
/// </summary>
[Recurring("Update the search index", Seconds = 30, WhenAdded = typeof(ActivitySeal))]
public sealed class IndexCasesJob(PortalDb db, CaseTexts texts, WordHashes hashes) : ISweep
{
    // Raise it when words are made in another way.
    private const int Format = 2;
    private const int Batch = 200;

    // After a restore or an import every case is due. SQLite has one writer, and people's saves come first.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var done = 0;
        while (true)
        {
            var state = await db.Set<IndexState>().FindAsync([IndexState.Only], cancellation);
            if (state is null)
                db.Add(state = new IndexState { Format = Format });
            if (state.Format != Format)
                (state.Format, state.Sequence) = (Format, 0);
            var from = state.Sequence;
            var links = await db.Set<ActivitySeal>().Where(s => s.Sequence > from).OrderBy(s => s.Sequence).Take(Batch)
                .Select(s => new { s.Sequence, CaseId = db.Set<ActivityEntry>().Where(e => e.Id == s.ActivityId).Select(e => e.CaseId).First() })
                .ToListAsync(cancellation);
            if (links.Count == 0)
                return done;
            done += await IndexAsync([.. links.Select(l => l.CaseId).OfType<Guid>().Distinct()], state, links[^1].Sequence, cancellation);
            db.ChangeTracker.Clear();
            if (links.Count < Batch)
                return done;
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<int> IndexAsync(List<Guid> ids, IndexState state, long until, CancellationToken cancellation)
    {
        // Everything slow comes before the transaction.
        var read = await texts.ReadAsync(ids, cancellation);
        var words = ids.ToDictionary(id => id, id => read[id].SelectMany(WordsOf).Where(w => w.Count > 0).ToList());
        var known = await db.Set<IndexedCase>().Where(i => ids.Contains(i.CaseId)).ToDictionaryAsync(i => i.CaseId, cancellation);
        await db.InTransactionAsync(async () =>
        {
            foreach (var id in ids.Where(i => !known.ContainsKey(i) && words[i].Count > 0))
                db.Add(known[id] = new IndexedCase { CaseId = id });
            state.Sequence = until;
            await db.SaveChangesAsync(cancellation);
            foreach (var (id, indexed) in known)
                await SearchWords.WriteAsync(db, indexed.Number, words[id], cancellation);
        }, cancellation);
        return known.Count;
    }

    private IEnumerable<IReadOnlyList<string>> WordsOf(PlacedText text) =>
    [
        hashes.Of(text.Text),
        hashes.FormsOf(text.Text),
        .. text.Place == TextPlace.Contact ? [hashes.BeginningsOf(text.Text), .. text.Phones.Select(hashes.PiecesOf)] : Array.Empty<IReadOnlyList<string>>(),
    ];
}

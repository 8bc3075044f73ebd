using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Staff;

namespace Portal.Domain.Bulk;

/// <summary>
/// Does what was planned for many cases, each through the operation that does it by hand, and together with the note that it's done: a
/// process that dies does none twice.
/// </summary>
[Recurring("Do what was planned for many cases", Seconds = 15)]
public sealed class BulkDueJob(PortalDb db, RequestInformation ask, CloseCase close, TimeProvider clock, ILogger<BulkDueJob> log) : ISweep
{
    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var done = 0;
        var due = await db.Set<BulkAct>().AsNoTracking().Where(a => a.EndedAt == null && a.RunAt <= clock.GetUtcNow().UtcDateTime).OrderBy(a => a.RunAt).ToListAsync(cancellation);
        foreach (var act in due)
            done += await RunAsync(act, cancellation);
        return done;
    }

    private async Task<int> RunAsync(BulkAct act, CancellationToken cancellation)
    {
        var by = await db.Set<StaffMember>().AsNoTracking().SingleAsync(s => s.Id == act.ById, cancellation);
        var actor = Actor.Staff(by.Id, by.DisplayName, by.Role);
        var waiting = await db.Set<BulkItem>().Where(i => i.ActId == act.Id && i.State == BulkState.Waiting).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancellation);
        foreach (var id in waiting)
        {
            db.ChangeTracker.Clear();
            var item = await db.Set<BulkItem>().SingleAsync(i => i.Id == id, cancellation);
            var why = by.DisabledAt is not null ? "The person who scheduled this no longer works here." : await DoAsync(act, item, actor, cancellation);
            if (why is null)
                continue;
            db.ChangeTracker.Clear();
            item = await db.Set<BulkItem>().SingleAsync(i => i.Id == id, cancellation);
            if (item.State == BulkState.Done)
                continue;
            (item.State, item.Why) = (BulkState.LeftOut, why);
            await db.SaveChangesAsync(cancellation);
        }

        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow().UtcDateTime;
        (await db.Set<BulkAct>().SingleAsync(a => a.Id == act.Id, cancellation)).End(now);
        var states = await db.Set<BulkItem>().Where(i => i.ActId == act.Id).GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        db.Record(this, now, actor, null, new BulkDone(act.Id, states.GetValueOrDefault(BulkState.Done), states.GetValueOrDefault(BulkState.LeftOut)));
        await db.SaveChangesAsync(cancellation);
        return waiting.Count;
    }

    // Why the case was left out; null when it was done. The note that it's done is saved by the operation, with what it did.
    private async Task<string?> DoAsync(BulkAct act, BulkItem item, Actor actor, CancellationToken cancellation)
    {
        try
        {
            var @case = await db.Set<Case>().SingleAsync(c => c.Id == item.CaseId, cancellation);
            if (@case.Version != item.Seen)
                return "Someone changed it after it was chosen.";
            if ((await db.LeftOutAsync(act.Deed, [@case], cancellation)).TryGetValue(@case.Id, out var why))
                return why;
            if (act.In(@case.Language) is not { } words)
                return "There are no words in the constituent's language.";
            item.State = BulkState.Done;
            var outcome = act.Deed == BulkDeed.Ask
                ? await ask.ExecuteAsync(new(@case.Id, item.Seen, words, act.DueOn!.Value, item.Id), actor, cancellation)
                : await close.ExecuteAsync(new(@case.Id, item.Seen, act.Reason!.Value, words), actor, cancellation);
            // What had been done before saved nothing.
            if (outcome.Succeeded && db.ChangeTracker.HasChanges())
                await db.SaveChangesAsync(cancellation);
            return outcome switch
            {
                Outcome.Success => null,
                Outcome.Refused refused => refused.Arguments.Length == 0 ? refused.Reason : "This case can't be part of a group action. Open it to see why.",
                Outcome.NotPermitted => "The person who scheduled this no longer has permission to do it.",
                _ => "Someone changed it after it was chosen.",
            };
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // One that can't be done mustn't hold up the others.
            log.LogError(fault, "Item {Item} couldn't be done", item.Id);
            return "Something went wrong. Try it in the case itself.";
        }
    }
}

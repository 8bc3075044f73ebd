using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Bulk;

/// <summary>
/// Puts a tag on many cases, or takes it off. A tag says nothing to the constituent, so it's done at once, and closed cases can have one,
/// too. Which cases were changed is kept, so that just those can be put back.
/// </summary>
public sealed class TagCases(PortalDb db, TimeProvider clock)
{
    /// <summary>The cases and the tag; <paramref name="Key"/> keeps a double-click from tagging twice.</summary>
    /// <param name="Remove">Whether the tag is taken off.</param>
    public sealed record Command(IReadOnlyList<Guid> CaseIds, Guid TagId, bool Remove, Guid Key);

    /// <summary>It's done.</summary>
    /// <param name="Cases">How many cases were changed; the others had the tag, or hadn't, before.</param>
    public sealed record Tagged(Guid ActId, int Cases) : Outcome.Success;

    /// <summary>Tags them.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        if (await db.FindAsync<BulkAct>([command.Key], cancellation) is { } known)
            return known.ById == actor.Id ? new Tagged(known.Id, await db.Set<BulkItem>().CountAsync(i => i.ActId == known.Id, cancellation)) : new Outcome.Stale();
        if (command.CaseIds.Count > PlanBulk.Most)
            return new Outcome.Refused("Choose {0} cases or fewer.", PlanBulk.Most);
        if (!command.Remove && !await db.Set<Tag>().AnyAsync(t => t.Id == command.TagId && t.EndedAt == null, cancellation))
            return new Outcome.Refused("Choose another tag. That one may have been retired.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var changed = await db.TagAsync(act, command.CaseIds, command.TagId, command.Remove, cancellation);
        var done = new BulkAct { Id = command.Key, Deed = command.Remove ? BulkDeed.Untag : BulkDeed.Tag, TagId = command.TagId, ById = actor.Id ?? Guid.Empty, RunAt = act.At };
        done.End(act.At);
        db.Add(done);
        db.AddRange(changed.Select(id => new BulkItem { Id = Guid.CreateVersion7(new DateTimeOffset(act.At)), ActId = done.Id, CaseId = id, State = BulkState.Done }));
        return await db.CommitAsync(cancellation, new Tagged(done.Id, changed.Count));
    }
}

/// <summary>Puts the cases back that were tagged together.</summary>
public sealed class UndoTags(PortalDb db, TimeProvider clock)
{
    /// <summary>Puts them back. Undoing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid actId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        if (await db.Set<BulkAct>().SingleOrDefaultAsync(a => a.Id == actId && a.TagId != null, cancellation) is not { } done)
            return new Outcome.NotFound();
        if (done.IsCanceled)
            return new TagCases.Tagged(done.Id, 0);
        var cases = await db.Set<BulkItem>().Where(i => i.ActId == actId).Select(i => i.CaseId).ToListAsync(cancellation);
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var changed = await db.TagAsync(act, cases, done.TagId!.Value, done.Deed == BulkDeed.Tag, cancellation);
        done.Cancel(act.At);
        return await db.CommitAsync(cancellation, new TagCases.Tagged(done.Id, changed.Count));
    }
}

internal static class Tagging
{
    /// <summary>Tags cases and returns those that were changed. The caller saves.</summary>
    public static async Task<IReadOnlyList<Guid>> TagAsync(this PortalDb db, Act act, IReadOnlyList<Guid> ids, Guid tag, bool remove, CancellationToken cancellation)
    {
        var had = await db.Set<CaseTag>().Where(t => t.TagId == tag && ids.Contains(t.CaseId)).ToListAsync(cancellation);
        var changed = remove
            ? had.ConvertAll(t => t.CaseId)
            : await db.Set<Case>().Where(c => ids.Contains(c.Id) && !db.Set<CaseTag>().Any(t => t.CaseId == c.Id && t.TagId == tag)).Select(c => c.Id).ToListAsync(cancellation);
        if (remove)
            db.RemoveRange(had);
        else
            db.AddRange(changed.Select(id => new CaseTag { CaseId = id, TagId = tag }));
        foreach (var id in changed)
            db.Record(act, id, remove ? new CaseTagsChanged([], [tag]) : new CaseTagsChanged([tag], []));
        return changed;
    }
}

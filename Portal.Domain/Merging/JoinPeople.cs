using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Merging;

/// <summary>Says that the people of two cases are one person. All cases of the other become cases of this one.</summary>
public sealed class JoinPeople(PortalDb db, TimeProvider clock)
{
    /// <summary>The case, the reference of the other person's case as typed, and the key that keeps a double-click from joining twice.</summary>
    public sealed record Command(Guid CaseId, string Other, Guid Key);

    /// <summary>Joins them. Joining one person with themselves changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindCaseAsync(command.Other, cancellation) is not { } other)
            return new Outcome.Refused("There's no case with that reference. Check it, or find the case first.");
        if (other.ConstituentId == @case.ConstituentId)
            return Outcome.Done;
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var moved = await db.Set<Case>().Where(c => c.ConstituentId == other.ConstituentId).ToListAsync(cancellation);
        db.Add(new PeopleJoin
        {
            Id = command.Key,
            IntoId = @case.ConstituentId,
            FromId = other.ConstituentId,
            CaseIds = moved.ConvertAll(c => c.Id),
            ById = actor.Id ?? Guid.Empty,
            At = act.At,
        });
        foreach (var one in moved)
        {
            one.ConstituentId = @case.ConstituentId;
            db.Record(act, one.Id, new PeopleJoined(command.Key));
        }

        db.CountAsChanged(@case);
        db.Record(act, @case.Id, new PeopleJoined(command.Key));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Says that they're two people after all.</summary>
public sealed class SplitPeople(PortalDb db, TimeProvider clock)
{
    /// <summary>The case the page is about, and the join.</summary>
    public sealed record Command(Guid CaseId, Guid JoinId);

    /// <summary>Undoes it, for the cases that still belong to the joined person. Undoing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<PeopleJoin>().SingleOrDefaultAsync(j => j.Id == command.JoinId && j.IntoId == @case.ConstituentId || j.Id == command.JoinId && j.CaseIds.Contains(@case.Id), cancellation) is not { } join)
            return new Outcome.NotFound();
        if (join.UndoneAt is not null)
            return Outcome.Done;
        if (await db.Set<CaseMerge>().AnyAsync(m => m.UndoneAt == null && (join.CaseIds.Contains(m.CaseId) != join.CaseIds.Contains(m.IntoId)), cancellation))
            return new Outcome.Refused("You've merged cases of these two people. Undo the merge first.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        foreach (var one in await db.Set<Case>().Where(c => join.CaseIds.Contains(c.Id) && c.ConstituentId == join.IntoId).ToListAsync(cancellation))
        {
            one.ConstituentId = join.FromId;
            db.Record(act, one.Id, new PeopleSplit(join.Id));
        }

        join.Undo(act.At);
        return await db.CommitAsync(cancellation);
    }
}

internal static class OtherCase
{
    /// <summary>The case with a reference as typed; null when there's none.</summary>
    public static async Task<Case?> FindCaseAsync(this PortalDb db, string typed, CancellationToken cancellation)
    {
        if (!CaseReference.TryParse(typed, out var parsed))
            return null;
        var reference = parsed.ToString();
        return await db.Set<Case>().SingleOrDefaultAsync(c => c.Reference == reference, cancellation);
    }
}

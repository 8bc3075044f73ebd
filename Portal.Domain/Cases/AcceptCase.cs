using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>A caseworker accepts a new request. If it is unassigned, it becomes theirs.</summary>
public sealed class AcceptCase(PortalDb db, TimeProvider clock)
{
    /// <summary>The case as the form saw it.</summary>
    public sealed record Command(Guid CaseId, int? Version);

    /// <summary>Accepts the request. Accepting it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (@case.AcceptedAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        @case.Accept(now);
        if (@case.AssignedToId is null && actor.Kind == ActorKind.Staff)
            @case.AssignTo(actor.Id);
        db.Record(this, now, actor, @case.Id, new CaseAccepted());
        return await db.CommitAsync(cancellation);
    }
}

using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>Confirms a request that staff wrote down: the person says that it's right, or staff record how they confirmed it.</summary>
public sealed class ConfirmRequest(PortalDb db, TimeProvider clock)
{
    /// <summary>The case, and how it was confirmed. The person always confirms with a code.</summary>
    public sealed record Command(Guid CaseId, ConfirmedHow How);

    /// <summary>Confirms it. Confirming it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsConfirmed)
            return Outcome.Done;
        var how = actor.Kind == ActorKind.Constituent ? ConfirmedHow.Code : command.How;
        if (actor.Kind == ActorKind.Staff && how is ConfirmedHow.Code or ConfirmedHow.Signature)
            return new Outcome.Refused("Choose how the person confirmed the request.");
        var now = clock.GetUtcNow().UtcDateTime;
        @case.Confirm(how, now);
        db.Record(this, now, actor, @case.Id, new RequestConfirmed(how));
        return await db.CommitAsync(cancellation);
    }
}

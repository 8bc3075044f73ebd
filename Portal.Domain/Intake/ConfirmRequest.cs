using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>
/// Confirms a request that staff wrote down: the person says that it's right, or staff record how they confirmed it. A person with
/// a code first says a fact that was written down, as the email address may be a stranger's.
/// </summary>
public sealed class ConfirmRequest(PortalDb db, Vault vault, TimeProvider clock)
{
    /// <summary>The case, and how it was confirmed. The person always confirms with a code.</summary>
    public sealed record Command(Guid CaseId, ConfirmedHow How)
    {
        /// <summary>What the person answered to the question about the fact; staff are asked nothing.</summary>
        public FactAnswer? Answer { get; init; }
    }

    /// <summary>Confirms it. Confirming it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsConfirmed)
            return Outcome.Done;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        var isPerson = actor.Kind == ActorKind.Constituent;
        if (!isPerson && command.How is ConfirmedHow.Code or ConfirmedHow.Signature)
            return new Outcome.Refused("Choose how the person confirmed the request.");
        if (isPerson && await db.AnswersAsync(vault, @case.Id, cancellation) is { } answers && !(command.Answer ?? new()).Fits(answers))
            return new Outcome.Refused(FactAnswer.Wrong);
        var how = isPerson ? ConfirmedHow.Code : command.How;
        var now = clock.GetUtcNow().UtcDateTime;
        @case.Confirm(how, now);
        db.Record(this, now, actor, @case.Id, new RequestConfirmed(how));
        return await db.CommitAsync(cancellation);
    }
}

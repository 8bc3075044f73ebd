using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Decisions;

/// <summary>Marks a decision as carried out, or a question as no longer needed.</summary>
public sealed class EndDecision(PortalDb db, TimeProvider clock)
{
    /// <summary>The question, and what the form said had been decided; null when nothing had.</summary>
    public sealed record Command(Guid CaseId, Guid DecisionId, DecisionChoice? Seen);

    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<Decision>().SingleOrDefaultAsync(d => d.Id == command.DecisionId && d.CaseId == @case.Id, cancellation) is not { } decision)
            return new Outcome.NotFound();
        if (decision.EndedAt is not null)
            return Outcome.Done;
        if (decision.Choice != command.Seen)
            return new Outcome.Refused("There's a decision now. Read it first.");
        if (decision.Choice is null && decision.AskedById != actor.Id && !actor.May(Permission.ApproveLetters))
            return new Outcome.Refused("Only the person who asked, or a manager, can withdraw the question.");
        var now = clock.GetUtcNow().UtcDateTime;
        decision.End(now);
        db.CountAsChanged(@case);
        db.Record(this, now, actor, @case.Id, new DecisionEnded(decision.Id, decision.Choice is not null));
        return await db.CommitAsync(cancellation);
    }
}

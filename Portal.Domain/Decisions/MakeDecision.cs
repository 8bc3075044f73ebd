using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Decisions;

/// <summary>Records what the Member or senior staff decided, and tells the caseworker who asked.</summary>
public sealed class MakeDecision(PortalDb db, Calendars calendars, Managers managers, TimeProvider clock)
{
    /// <summary>The question, what was decided, and what the caseworker has to know about it.</summary>
    public sealed record Command(Guid CaseId, Guid DecisionId, DecisionChoice Choice, string? Words);

    /// <summary>Decides. The first decision stands: another one needs another question.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ApproveLetters, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<Decision>().SingleOrDefaultAsync(d => d.Id == command.DecisionId && d.CaseId == @case.Id, cancellation) is not { } decision)
            return new Outcome.NotFound();
        var words = string.IsNullOrWhiteSpace(command.Words) ? null : command.Words.Trim();
        if (decision.Choice == command.Choice && decision.DecidedById == actor.Id && decision.Words?.Text == words)
            return Outcome.Done;
        if (decision.Choice is not null)
            return new Outcome.Refused("Someone else has already recorded a decision. Read it, and ask again if needed.");
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (decision.EndedAt is not null)
            return new Outcome.Refused("The caseworker no longer needs this decision.");
        if (!TextLength.Fits(command.Words ?? "-", AskForDecision.MaxLength))
            return new Outcome.Refused("Enter what the caseworker should know, in 4,000 characters or fewer.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        decision.Decide(command.Choice, words, actor.Id ?? Guid.Empty, act.At);
        db.CountAsChanged(@case);
        var made = db.Record(act, @case.Id, new DecisionMade(decision.Id, decision.By, command.Choice));
        var today = (await calendars.ReadAsync(cancellation)).DayOf(act.At);
        // Whoever asked, and whoever works the case by now.
        var told = new[] { decision.AskedById, @case.AssignedToId }.OfType<Guid>().Distinct().Where(id => id != actor.Id);
        var emails = new HashSet<string>();
        foreach (var id in told)
            emails.UnionWith(await managers.EmailsForAsync(id, today, cancellation));
        foreach (var email in emails)
            db.Queue(act.At, new DecisionMadeMail(@case.Reference, decision.Id), new(email, "en"), @case.Id, made);
        return await db.CommitAsync(cancellation);
    }
}

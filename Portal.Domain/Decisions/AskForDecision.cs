using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Decisions;

/// <summary>Asks the Member or senior staff to decide how a case goes on.</summary>
public sealed class AskForDecision(PortalDb db, Calendars calendars, Managers managers, TimeProvider clock)
{
    /// <summary>The most characters of a question or a decision.</summary>
    public const int MaxLength = 4000;

    /// <summary>The case as the form saw it, who decides, the question, and by when; <paramref name="Key"/> keeps a double-click from asking twice.</summary>
    public sealed record Command(Guid CaseId, int? Version, DecisionBy By, string Question, DateOnly DueOn, Guid Key)
    {
        /// <summary>The inquiry it's about, which is one of the case's open ones; null when it's about the case as a whole.</summary>
        public Guid? InquiryId { get; init; }
    }

    /// <summary>Asks.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        // A double submit still sends the version from before the first one was saved.
        if (refusal is null or Outcome.Stale && await db.FindAsync<Decision>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (command.InquiryId is { } inquiry && !@case.OpenInquiries.Contains(inquiry))
            return new Outcome.NotFound();
        if (string.IsNullOrWhiteSpace(command.Question) || !TextLength.Fits(command.Question, MaxLength))
            return new Outcome.Refused("Enter the question, in 4,000 characters or fewer.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var today = (await calendars.ReadAsync(cancellation)).DayOf(act.At);
        if (command.DueOn < today)
            return new Outcome.Refused("Check the date. The day a decision is needed can't be in the past.");
        db.Add(new Decision
        {
            Id = command.Key,
            CaseId = @case.Id,
            InquiryId = command.InquiryId,
            By = command.By,
            Question = command.Question.Trim(),
            DueOn = command.DueOn,
            AskedById = actor.Id ?? Guid.Empty,
            AskedAt = act.At,
        });
        db.CountAsChanged(@case);
        var asked = db.Record(act, @case.Id, new DecisionRequested(command.Key, command.By, command.DueOn));
        foreach (var email in await managers.EmailsAsync(today, cancellation))
            db.Queue(act.At, new DecisionRequestedMail(@case.Reference, command.Key, command.By, command.DueOn), new(email, "en"), @case.Id, asked);
        return await db.CommitAsync(cancellation);
    }
}

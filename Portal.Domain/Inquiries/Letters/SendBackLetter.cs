using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Gives a letter that waits for another person back to the person who wrote it, and says what to change.</summary>
public sealed class SendBackLetter(PortalDb db, Calendars calendars, Managers managers, TimeProvider clock)
{
    /// <summary>The most characters of the comment.</summary>
    public const int MaxLength = 1000;

    /// <summary>The letter as it was read, and what to change.</summary>
    /// <param name="Version">The draft's version; null when that doesn't matter.</param>
    public sealed record Command(Guid CaseId, Guid LetterId, int? Version, string Why);

    /// <summary>Sends it back. A manager can also send back a letter whose signature is recorded.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<LetterDraft>().SingleOrDefaultAsync(d => d.Id == command.LetterId && d.CaseId == @case.Id, cancellation) is not { } draft)
            return new Outcome.NotFound();
        if (draft.SentBackById == actor.Id && draft.SentBackWhy?.Text == command.Why.Trim())
            return Outcome.Done;
        if (draft.IsGoing || !draft.IsSettled || (command.Version is { } seen && seen != draft.Version))
            return new Outcome.Refused("The letter was changed, signed, or sent while you were reading it. Look at it again.");
        if (draft.HeldFor != LetterHold.Colleague && actor.Demand(Permission.ApproveLetters) is { } denied)
            return denied;
        if (draft.HeldFor == LetterHold.Colleague && draft.LastWriterId == actor.Id)
            return new Outcome.Refused("You wrote this letter last. Change it instead of sending it back.");
        if (string.IsNullOrWhiteSpace(command.Why) || !TextLength.Fits(command.Why, MaxLength))
            return new Outcome.Refused("Enter what to change, in 1,000 characters or fewer.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        draft.SendBack(actor.Id ?? Guid.Empty, command.Why.Trim());
        var back = db.Record(act, @case.Id, new LetterSentBack(draft.Id, LetterContent.Read(draft.Content).AgencyCode));
        if (draft.LastWriterId != actor.Id)
            foreach (var email in await managers.EmailsForAsync(draft.LastWriterId, (await calendars.ReadAsync(cancellation)).DayOf(act.At), cancellation))
                db.Queue(act.At, new LetterSentBackMail(@case.Reference, draft.Id), new(email, "en"), @case.Id, back);
        return await db.CommitAsync(cancellation);
    }
}

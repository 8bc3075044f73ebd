using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Gives a letter that waits for another person back to the person who wrote it, and says what to change.</summary>
public sealed class SendBackLetter(PortalDb db, TimeProvider clock)
{
    /// <summary>The most characters of the comment.</summary>
    public const int MaxLength = 1000;

    /// <summary>The letter, and what to change.</summary>
    public sealed record Command(Guid CaseId, Guid LetterId, string Why);

    /// <summary>Sends it back. A letter that waits for no one is left as it is.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<LetterDraft>().SingleOrDefaultAsync(d => d.Id == command.LetterId && d.CaseId == @case.Id, cancellation) is not { } draft)
            return new Outcome.NotFound();
        if (draft.HeldFor is null)
            return Outcome.Done;
        if (draft.HeldFor != LetterHold.Colleague && actor.Demand(Permission.ApproveLetters) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(command.Why) || !TextLength.Fits(command.Why, MaxLength))
            return new Outcome.Refused("Enter what to change, in 1,000 characters or fewer.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        draft.SendBack(actor.Id ?? Guid.Empty, command.Why.Trim());
        var back = db.Record(act, @case.Id, new LetterSentBack(draft.Id, LetterContent.Read(draft.Content).AgencyCode));
        if (draft.AuthorId != actor.Id && await db.Set<StaffMember>().Where(s => s.Id == draft.AuthorId).Select(s => s.Email).SingleOrDefaultAsync(cancellation) is { } email)
            db.Queue(act.At, new LetterSentBackMail(@case.Reference, draft.Id), new(email, "en"), @case.Id, back);
        return await db.CommitAsync(cancellation);
    }
}

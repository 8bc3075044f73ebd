using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Records that the Member signed a letter as it stands. Any later change to it needs a new signature.</summary>
public sealed class RecordSignature(PortalDb db, Calendars calendars, Managers managers, TimeProvider clock)
{
    /// <summary>The letter as it was printed for the signature.</summary>
    public sealed record Command(Guid CaseId, Guid LetterId, int? Version);

    /// <summary>Records the signature. Recording it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ApproveLetters, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<LetterDraft>().SingleOrDefaultAsync(d => d.Id == command.LetterId && d.CaseId == @case.Id, cancellation) is not { IsGoing: false } draft)
            return new Outcome.NotFound();
        if (draft.SignedAt is not null)
            return Outcome.Done;
        if (draft.HeldFor != LetterHold.Signature || (command.Version is { } seen && seen != draft.Version))
            return new Outcome.Refused("The letter was changed or taken off the list since it was printed. Look at it again.");
        var letter = LetterContent.Read(draft.Content);
        if (!letter.IsForMember)
            return new Outcome.Refused("Only a letter from the Member needs the Member's signature.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        draft.Sign(act.At);
        var signed = db.Record(act, @case.Id, new LetterSigned(draft.Id, letter.AgencyCode));
        if (draft.AuthorId != actor.Id)
            foreach (var email in await managers.EmailsForAsync(draft.AuthorId, (await calendars.ReadAsync(cancellation)).DayOf(act.At), cancellation))
                db.Queue(act.At, new LetterSignedMail(@case.Reference, draft.Id), new(email, "en"), @case.Id, signed);
        return await db.CommitAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.MailRoom;

/// <summary>Files an email by itself where it belongs beyond doubt; otherwise leaves it in the mail room with what points to a case.</summary>
public sealed class SortMail(PortalDb db, Vault vault, IDocumentStore store, MailMatching matching, MailFiling filing, TimeProvider clock)
{
    /// <summary>Sorts the email. Sorting it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid mailId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.RunJobs) is { } refusal)
            return refusal;
        if (await db.Set<ReceivedMail>().SingleOrDefaultAsync(m => m.Id == mailId, cancellation) is not { } mail)
            return new Outcome.NotFound();
        if (mail.State != MailState.New)
            return Outcome.Done;
        var email = EmailReader.Read(await store.ReadBytesAsync(await vault.OpenAsync(mail.Id, cancellation), mail.StoredName, cancellation));
        var verdict = !mail.IsWhole || (email.From.Length == 0 && email.Text.Length == 0)
            ? new MailVerdict.Ask(WaitReason.Unreadable, [])
            : await matching.FindAsync(email, cancellation);
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        switch (verdict)
        {
            case MailVerdict.ToCase sure:
                return await FileAsync(act, mail, sure, cancellation);
            case MailVerdict.Report report:
                await ReportAsync(act, mail, report, cancellation);
                break;
            case MailVerdict.Ask ask:
                Ask(mail, ask.Why, ask.Proposals);
                break;
            default:
                mail.SetAside(act.At, null);
                db.Record(act, null, new EmailSetAside(mail.Id));
                break;
        }

        return await db.CommitAsync(cancellation);
    }

    /// <summary>Leaves an email that couldn't be sorted in the mail room.</summary>
    internal async Task<Outcome> LeaveAsync(Guid mailId, CancellationToken cancellation)
    {
        var mail = await db.Set<ReceivedMail>().SingleAsync(m => m.Id == mailId, cancellation);
        mail.Wait(WaitReason.Unreadable);
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome> FileAsync(Act act, ReceivedMail mail, MailVerdict.ToCase sure, CancellationToken cancellation)
    {
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == sure.CaseId, cancellation);
        var to = new Proposed(@case.Id, sure.As, ProposalReason.AnswersOurs) { InquiryId = sure.InquiryId };
        if (await filing.FileAsync(act, mail, @case, to, cancellation) is var outcome and not Outcome.Refused)
            return outcome;
        // The case can't take its files, so somebody has to decide.
        db.ChangeTracker.Clear();
        mail = await db.Set<ReceivedMail>().SingleAsync(m => m.Id == mail.Id, cancellation);
        Ask(mail, WaitReason.Several, [to]);
        return await db.CommitAsync(cancellation);
    }

    private void Ask(ReceivedMail mail, WaitReason why, IReadOnlyList<Proposed> proposals)
    {
        mail.Wait(why);
        foreach (var (rank, proposed) in proposals.DistinctBy(p => (p.CaseId, p.InquiryId)).Index())
            db.Add(new MailProposal
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                MailId = mail.Id,
                CaseId = proposed.CaseId,
                InquiryId = proposed.InquiryId,
                As = proposed.As,
                Why = proposed.Why,
                Rank = rank,
            });
    }

    // A delay or a delivery is no news; what was given up is told on the case, as when the server refuses an email at once.
    private async Task ReportAsync(Act act, ReceivedMail mail, MailVerdict.Report report, CancellationToken cancellation)
    {
        var ours = await db.Set<OutgoingMail>().SingleAsync(m => m.Id == report.MailId, cancellation);
        mail.File(FiledAs.DeliveryProblem, ours.CaseId, act.At, null);
        if (!report.HasFailed || ours.FailedAt is not null)
            return;
        ours.Return(act.At, new MailFailure(MailFailureKind.RecipientRefused, report.Reason).Without(ours.Recipient.Text));
        db.Record(act, ours.CaseId, new DeliveryFailed(ours.Id, ours.Kind));
    }
}

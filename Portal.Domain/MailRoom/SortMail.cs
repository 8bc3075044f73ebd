using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Mail.Incoming;

namespace Portal.Domain.MailRoom;

/// <summary>Files an email by itself where it belongs beyond doubt; otherwise leaves it in the mail room with what points to a case.</summary>
public sealed class SortMail(PortalDb db, MailJudge judge, MailFiling filing, TimeProvider clock)
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
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        switch (await judge.JudgeAsync(mail, cancellation))
        {
            case MailVerdict.ToCase sure:
                return await FileAsync(act, mail, sure, cancellation);
            case MailVerdict.Report report:
                await ReportAsync(act, mail, report, cancellation);
                break;
            case MailVerdict.Ask ask:
                judge.Ask(mail, ask.Why, ask.Proposals);
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
        judge.Ask(await db.Set<ReceivedMail>().SingleAsync(m => m.Id == mailId, cancellation), WaitReason.Unreadable, []);
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome> FileAsync(Act act, ReceivedMail mail, MailVerdict.ToCase sure, CancellationToken cancellation)
    {
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == sure.CaseId, cancellation);
        var to = MailVerdict.Possible(sure)[0];
        if (await filing.FileAsync(act, mail, @case, to, cancellation) is var outcome and not (Outcome.Refused or MailFiling.Unfit))
            return outcome;
        db.ChangeTracker.Clear();
        judge.Ask(await db.Set<ReceivedMail>().SingleAsync(m => m.Id == mail.Id, cancellation), WaitReason.Files, [to]);
        return await db.CommitAsync(cancellation);
    }

    // A delay or a delivery is no news; what was given up is told on the case, as when the server refuses an email at once. A report about
    // another address, such as one that we corrected since, says nothing about this email.
    private async Task ReportAsync(Act act, ReceivedMail mail, MailVerdict.Report report, CancellationToken cancellation)
    {
        var ours = await db.Set<OutgoingMail>().SingleAsync(m => m.Id == report.MailId, cancellation);
        mail.File(FiledAs.DeliveryProblem, ours.CaseId, act.At, null);
        if (!report.Said.HasFailed || ours.SentAt is null || !Concerns(report.Said, ours))
            return;
        ours.Return(act.At, new MailFailure(MailFailureKind.RecipientRefused, report.Said.Reason).Without(ours.Recipient.Text));
        db.Record(act, ours.CaseId, new DeliveryFailed(ours.Id, ours.Kind));
    }

    private static bool Concerns(DeliveryReport said, OutgoingMail ours) => said.Recipient is null || said.Recipient.Equals(ours.Recipient.Text, StringComparison.OrdinalIgnoreCase);
}

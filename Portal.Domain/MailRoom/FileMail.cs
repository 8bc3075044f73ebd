using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.MailRoom;

/// <summary>Staff file an email from the mail room on a case.</summary>
public sealed class FileMail(PortalDb db, MailFiling filing, TimeProvider clock)
{
    /// <summary>The email as the page saw it, and where it goes.</summary>
    /// <param name="InquiryId">The inquiry it answers; null takes the case's open one, or the last one.</param>
    public sealed record Command(Guid MailId, int Version, string Reference, FiledAs As, Guid? InquiryId = null);

    /// <summary>Files the email. Filing it twice on the same case changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        if (!CaseReference.TryParse(command.Reference, out var reference))
            return new Outcome.Refused("Enter a case reference, such as 7KQ4M-2XD9A.");
        var (mail, written) = (await db.Set<ReceivedMail>().SingleOrDefaultAsync(m => m.Id == command.MailId, cancellation), reference.ToString());
        if (mail is null)
            return new Outcome.NotFound();
        if (await db.Set<Case>().SingleOrDefaultAsync(c => c.Reference == written, cancellation) is not { } @case)
            return new Outcome.Refused("There's no case {0}.", written);
        if (mail.State == MailState.Filed && mail.CaseId == @case.Id)
            return Outcome.Done;
        if (mail.Version != command.Version || mail.State is not (MailState.Waiting or MailState.SetAside))
            return new Outcome.Stale();
        if (command.As == FiledAs.DeliveryProblem || (!mail.IsWhole && command.As != FiledAs.FileOnly))
            return new Outcome.Refused("This email is too large for Portal to read in full. Open it in the mailbox, and add its documents to the case.");
        var inquiry = command.As == FiledAs.AgencyAnswer ? await InquiryAsync(@case.Id, command.InquiryId, cancellation) : null;
        if (command.As == FiledAs.AgencyAnswer && inquiry is null)
            return new Outcome.Refused("We haven't asked an agency about case {0}, so this can't be an answer. File it as a document.", written);
        var to = new Proposed(@case.Id, command.As, ProposalReason.Reference) { InquiryId = inquiry };
        return await filing.FileAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), mail, @case, to, cancellation);
    }

    private async Task<Guid?> InquiryAsync(Guid caseId, Guid? chosen, CancellationToken cancellation) =>
        await db.Set<AgencyInquiry>().Where(i => i.CaseId == caseId && (chosen == null || i.Id == chosen))
            .OrderBy(i => i.EndedAt != null).ThenByDescending(i => i.Id).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellation);
}

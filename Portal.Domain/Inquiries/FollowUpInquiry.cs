using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Records a follow-up with an agency that was made outside Portal, such as a phone call. The release or exception must still be valid today: nothing is sent under a
/// release that was withdrawn or has expired.
/// </summary>
public sealed class FollowUpInquiry(PortalDb db, InquiryOpening opening, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The inquiry, and what was written or said.</summary>
    public sealed record Command(Guid CaseId, Guid InquiryId, InquiryMethod Method, string Body, Guid Key);

    /// <summary>Records the follow-up.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindAsync<InquiryFollowUp>([command.Key], cancellation) is not null)
            return Outcome.Done;
        var inquiry = await db.Set<AgencyInquiry>().SingleOrDefaultAsync(i => i.Id == command.InquiryId && i.CaseId == @case.Id, cancellation);
        if (inquiry is null)
            return new Outcome.NotFound();
        if (!TextLength.Fits(command.Body, SendInquiry.MaxLength))
            return new Outcome.Refused("Enter what you asked the agency, in 10,000 characters or fewer.");
        if (command.Method != InquiryMethod.Phone && (await practice.OfficeAsync(cancellation))?.ReviewsLetters == true)
            return new Outcome.Refused("Our office reviews letters before they go out. Choose “Contact the agency,” and write the letter there.");
        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == inquiry.AgencyCode, cancellation);
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var sending = new InquiryOpening.Sending(command.Key, command.Method, command.Body, actor.Id ?? Guid.Empty);
        return await opening.AskAgainAsync(act, @case, inquiry, agency, sending, cancellation) ?? await db.CommitAsync(cancellation);
    }
}

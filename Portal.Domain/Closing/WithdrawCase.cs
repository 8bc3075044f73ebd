using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Closing;

/// <summary>The constituent closes their own case: signed releases are withdrawn and open inquiries end.</summary>
public sealed class WithdrawCase(PortalDb db, TimeProvider clock)
{
    /// <summary>Closes the case. Closing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(caseId, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        var signed = await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == caseId && r.Status == ReleaseStatus.Signed)
            .ToListAsync(cancellation);
        foreach (var release in signed)
        {
            release.Withdraw(now);
            db.Record(this, now, actor, caseId, new ReleaseWithdrawn(release.Id, release.AgencyCode));
        }

        foreach (var inquiry in await db.Set<AgencyInquiry>().Where(i => i.CaseId == caseId && i.EndedAt == null).ToListAsync(cancellation))
        {
            inquiry.End(now);
            db.Record(this, now, actor, caseId, new InquiryEnded(inquiry.Id));
        }

        await db.EndAsync(new(this, Actor.System(nameof(WithdrawCase)), now), @case, ClosingReason.Withdrawn,
            Texts.Get(@case.Language, "You closed this case. Changed your mind? Write to us here."), new CaseWithdrawnMail(@case.Reference), cancellation);
        // Flagged like a new message, because an agency may still be working on the case and staff should tell it.
        db.NoteConstituentActivity(@case, now);
        db.Record(this, now, actor, caseId, new CaseWithdrawn());
        return await db.CommitAsync(cancellation);
    }
}

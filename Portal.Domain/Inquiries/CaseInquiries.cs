using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Inquiries;

/// <summary>Reads the inquiries of a case.</summary>
public sealed class CaseInquiries(PortalDb db)
{
    /// <summary>An inquiry with its follow-ups; null when the case has none with this id.</summary>
    public Task<AgencyInquiry?> FindAsync(Guid caseId, Guid inquiryId, CancellationToken cancellation) =>
        db.Set<AgencyInquiry>().AsNoTracking()
            .Include(i => i.FollowUps)
            .SingleOrDefaultAsync(i => i.Id == inquiryId && i.CaseId == caseId, cancellation);
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Reads the releases of a case: nothing of another case is found by way of this one.</summary>
public sealed class CaseReleases(PortalDb db)
{
    /// <summary>A release; null when the case has none of that id.</summary>
    public Task<PrivacyRelease?> FindAsync(Guid caseId, Guid releaseId, CancellationToken cancellation) =>
        db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId && r.CaseId == caseId, cancellation);

    /// <summary>Whether the case has such a release.</summary>
    public Task<bool> HasAsync(Guid caseId, Guid releaseId, CancellationToken cancellation) =>
        db.Set<PrivacyRelease>().AnyAsync(r => r.Id == releaseId && r.CaseId == caseId, cancellation);
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Reads the releases of one case. An id that belongs to another case isn't found.</summary>
public sealed class CaseReleases(PortalDb db)
{
    /// <summary>The release; null when the case has none with that id.</summary>
    public Task<PrivacyRelease?> FindAsync(Guid caseId, Guid releaseId, CancellationToken cancellation) =>
        db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId && r.CaseId == caseId, cancellation);

    /// <summary>Whether the case has a release with that id.</summary>
    public Task<bool> HasAsync(Guid caseId, Guid releaseId, CancellationToken cancellation) =>
        db.Set<PrivacyRelease>().AnyAsync(r => r.Id == releaseId && r.CaseId == caseId, cancellation);
}

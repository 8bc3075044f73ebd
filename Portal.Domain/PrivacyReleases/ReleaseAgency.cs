using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The agency a release is for.</summary>
public static class ReleaseAgency
{
    /// <summary>The agency with what it requires in the matter of this release.</summary>
    public static async Task<Agency> AgencyOfAsync(this PortalDb db, PrivacyRelease release, CancellationToken cancellation) =>
        (await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == release.AgencyCode, cancellation)).For(release.Matter);
}

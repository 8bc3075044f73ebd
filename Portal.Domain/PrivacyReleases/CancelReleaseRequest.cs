using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Staff cancel the request for a release that hasn't been signed.</summary>
public sealed class CancelReleaseRequest(PortalDb db, TimeProvider clock)
{
    /// <summary>Cancels the request. Canceling it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid releaseId, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(caseId, null, actor, Permission.MessageConstituents, cancellation);
        if (refusal is not null)
            return refusal;
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == releaseId && r.CaseId == caseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        if (release.Status == ReleaseStatus.Dropped)
            return Outcome.Done;
        if (release.Status != ReleaseStatus.Requested)
            return new Outcome.Refused("This release no longer needs a signature.");
        var now = clock.GetUtcNow().UtcDateTime;
        release.Drop(now);
        @case.EndAsk(release.Id);
        db.Record(this, now, actor, @case.Id, new ReleaseNoLongerNeeded(release.Id, release.AgencyCode));
        return await db.CommitAsync(cancellation);
    }
}

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
        db.DropRequest(new(this, actor, clock.GetUtcNow().UtcDateTime), @case, release);
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Ends the request for a release, for every operation after which it isn't needed any more.</summary>
public static class DroppedRequests
{
    /// <summary>Drops a release that waits for a signature, and records it. The caller saves.</summary>
    public static void DropRequest(this PortalDb db, Act act, Case @case, PrivacyRelease release)
    {
        release.Drop(act.At);
        @case.EndAsk(release.Id);
        db.Record(act, @case.Id, new ReleaseNoLongerNeeded(release.Id, release.AgencyCode));
    }
}

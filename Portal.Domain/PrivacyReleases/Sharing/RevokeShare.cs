using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>Revokes a link to a release. It stops working at once; earlier views stay in the record.</summary>
public sealed class RevokeShare(PortalDb db, TimeProvider clock)
{
    /// <summary>The release on the page, and the link.</summary>
    public sealed record Command(Guid CaseId, Guid ReleaseId, Guid ShareId);

    /// <summary>Revokes the link. Revoking it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if ((actor.Demand(Permission.ContactAgencies) ?? actor.Demand(Permission.OpenDocuments)) is { } refusal)
            return refusal;
        var share = await db.Set<ReleaseShare>()
            .SingleOrDefaultAsync(s => s.Id == command.ShareId && s.ReleaseId == command.ReleaseId && s.CaseId == command.CaseId, cancellation);
        if (share is null)
            return new Outcome.NotFound();
        var now = clock.GetUtcNow().UtcDateTime;
        if (!share.IsLive(now))
            return Outcome.Done;
        share.Revoke(now);
        db.Record(this, now, actor, share.CaseId, new ReleaseLinkCanceled(share.ReleaseId, share.Id));
        return await db.CommitAsync(cancellation);
    }
}

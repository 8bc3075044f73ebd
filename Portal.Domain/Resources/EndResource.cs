using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Resources;

/// <summary>Removes an organization from the office's library. Referrals keep what they said.</summary>
public sealed class EndResource(PortalDb db, TimeProvider clock)
{
    /// <summary>Removes it. Removing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        if (await db.Set<OfficeResource>().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } resource)
            return new Outcome.NotFound();
        if (resource.EndedAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        resource.End(now);
        db.Record(this, now, actor, null, new ResourceEnded(id));
        return await db.CommitAsync(cancellation);
    }
}

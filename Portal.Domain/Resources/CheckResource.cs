using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Resources;

/// <summary>Records that someone made sure today that what the library says about an organization is right.</summary>
public sealed class CheckResource(PortalDb db, TimeProvider clock)
{
    /// <summary>The organization as the page showed it, and today's date in the office's time zone.</summary>
    public sealed record Command(Guid Id, int Version, DateOnly Today);

    /// <summary>Checks it. Checking it twice on a day changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.WorkCases) is { } refusal)
            return refusal;
        if (await db.Set<OfficeResource>().SingleOrDefaultAsync(r => r.Id == command.Id && r.EndedAt == null, cancellation) is not { } resource)
            return new Outcome.NotFound();
        if (resource.CheckedOn == command.Today)
            return Outcome.Done;
        if (resource.Version != command.Version)
            return new Outcome.Stale();
        resource.Check(command.Today, actor.Id ?? Guid.Empty);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ResourceChecked(resource.Id));
        return await db.CommitAsync(cancellation);
    }
}

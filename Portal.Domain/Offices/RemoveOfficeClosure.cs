using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Offices;

/// <summary>The office will be open on these days after all.</summary>
public sealed record OfficeClosureRemoved(Guid ClosureId, DateOnly FirstDay, DateOnly LastDay) : IEvent;

/// <summary>Opens the office again on days that were to be closed. What was promised meanwhile stays as it was promised.</summary>
public sealed class RemoveOfficeClosure(PortalDb db, Calendars.Cache cache, TimeProvider clock)
{
    /// <summary>Removes the closure; done as well when somebody else has removed it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid closureId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditHolidays) is { } refusal)
            return refusal;
        if (await db.Set<OfficeClosure>().SingleOrDefaultAsync(c => c.Id == closureId, cancellation) is not { } closure)
            return Outcome.Done;
        db.Remove(closure);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new OfficeClosureRemoved(closure.Id, closure.FirstDay, closure.LastDay));
        var outcome = await db.CommitAsync(cancellation);
        cache.Clear();
        return outcome;
    }
}

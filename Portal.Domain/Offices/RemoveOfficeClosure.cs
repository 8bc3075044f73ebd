using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Offices;

/// <summary>A closure was removed: the office will be open on these days after all.</summary>
public sealed record OfficeClosureRemoved(Guid ClosureId, DateOnly FirstDay, DateOnly LastDay) : IEvent;

/// <summary>Removes a closure. Dates promised in the meantime don't change.</summary>
public sealed class RemoveOfficeClosure(PortalDb db, Calendars.Cache cache, TimeProvider clock)
{
    /// <summary>Removes the closure. Succeeds even if someone else already removed it.</summary>
    public async Task<Outcome> ExecuteAsync(Guid closureId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditHolidays) is { } refusal)
            return refusal;
        if (await db.Set<OfficeClosure>().SingleOrDefaultAsync(c => c.Id == closureId, cancellation) is not { } closure)
            return Outcome.Done;
        db.Remove(closure);
        db.Record(
            this, clock.GetUtcNow().UtcDateTime, actor, null,
            new OfficeClosureRemoved(closure.Id, closure.FirstDay, closure.LastDay));
        var outcome = await db.CommitAsync(cancellation);
        cache.Clear();
        return outcome;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Liaisons;

/// <summary>Removes a contact from the directory. Letters that went to it keep its name and address.</summary>
public sealed class EndContact(PortalDb db, TimeProvider clock)
{
    /// <summary>Removes it. Removing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ContactAgencies) is { } refusal)
            return refusal;
        var contact = await db.Set<AgencyContact>().SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (contact is null)
            return new Outcome.NotFound();
        if (contact.EndedAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        contact.End(now);
        db.Record(this, now, actor, null, new ContactEnded(contact.Id, contact.AgencyCode));
        return await db.CommitAsync(cancellation);
    }
}

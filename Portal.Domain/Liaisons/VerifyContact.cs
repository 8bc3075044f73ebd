using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Liaisons;

/// <summary>Records that someone made sure today that a contact is still right.</summary>
public sealed class VerifyContact(PortalDb db, TimeProvider clock)
{
    /// <summary>The contact as the page showed it, and today's date in the office's time zone.</summary>
    public sealed record Command(Guid Id, int Version, DateOnly Today);

    /// <summary>Verifies it. Verifying it twice on a day changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ContactAgencies) is { } refusal)
            return refusal;
        var contact = await db.Set<AgencyContact>().SingleOrDefaultAsync(c => c.Id == command.Id && c.EndedAt == null, cancellation);
        if (contact is null)
            return new Outcome.NotFound();
        if (contact.VerifiedOn == command.Today)
            return Outcome.Done;
        if (contact.Version != command.Version)
            return new Outcome.Stale();
        contact.Verify(command.Today, actor.Id ?? Guid.Empty);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new ContactVerified(contact.Id, contact.AgencyCode));
        return await db.CommitAsync(cancellation);
    }
}

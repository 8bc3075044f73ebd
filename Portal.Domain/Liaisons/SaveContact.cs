using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform;

namespace Portal.Domain.Liaisons;

/// <summary>Adds a contact to the directory or changes one. Changed data has to be verified again.</summary>
public sealed class SaveContact(PortalDb db, TimeProvider clock)
{
    /// <summary>The contact's id, created with the form, and its data.</summary>
    /// <param name="Version">The version the form was made from; null for a new contact.</param>
    public sealed record Command(Guid Id, int? Version, string AgencyCode, ContactCard Card);

    /// <summary>Saves the contact. Saving the same data twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ContactAgencies) is { } refusal)
            return refusal;
        var card = ContactRules.Clean(command.Card);
        if (ContactRules.Broken(card) is { } broken)
            return broken;
        var now = clock.GetUtcNow().UtcDateTime;
        var contact = await db.Set<AgencyContact>().SingleOrDefaultAsync(c => c.Id == command.Id, cancellation);
        if (contact is null && command.Version is not null)
            return new Outcome.NotFound();
        if (contact is null)
        {
            if (!await db.Set<Agency>().AnyAsync(a => a.Code == command.AgencyCode && a.Code != Agency.NotFederal, cancellation))
                return new Outcome.Refused("Choose an agency from the list.");
            db.Add(new AgencyContact { Id = command.Id, AgencyCode = command.AgencyCode, Card = card });
            db.Record(this, now, actor, null, new ContactAdded(command.Id, command.AgencyCode));
            return await db.CommitAsync(cancellation);
        }

        if (contact.Card == card)
            return Outcome.Done;
        if (contact.Version != command.Version)
            return new Outcome.Stale();
        var changes = ContactRules.Changes(contact.Card, card);
        contact.Change(card);
        db.Record(this, now, actor, null, new ContactChanged(contact.Id, contact.AgencyCode, changes));
        return await db.CommitAsync(cancellation);
    }
}

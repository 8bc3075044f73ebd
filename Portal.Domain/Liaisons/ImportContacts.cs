using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Liaisons;

/// <summary>
/// Adds the contacts of a file to the directory and updates the ones that it already has, all or none. A contact is the same when
/// agency, part, office, and name are. What came in has to be verified by this office.
/// </summary>
public sealed class ImportContacts(PortalDb db, TimeProvider clock)
{
    private sealed record Name(string Agency, string? Part, string? Office, string Desk)
    {
        public static Name Of(string agency, ContactCard card) =>
            new(agency, card.SubAgency?.ToUpperInvariant(), card.Office?.ToUpperInvariant(), card.Name.ToUpperInvariant());
    }

    /// <summary>How many contacts were new, had other data, or were the same.</summary>
    public sealed record Imported(int Added, int Changed, int Same) : Outcome.Success;

    /// <summary>Reads the file and saves its contacts.</summary>
    public async Task<Outcome> ExecuteAsync(TextReader file, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ContactAgencies) is { } refusal)
            return refusal;
        var (rows, unreadable) = ContactFile.Read(file);
        if (unreadable is not null)
            return unreadable;
        var agencies = await db.Set<Agency>().Where(a => a.Code != Agency.NotFederal).Select(a => a.Code).ToListAsync(cancellation);
        if (rows.FirstOrDefault(r => !agencies.Contains(r.Agency)) is { } unknown)
            return new Outcome.Refused("“{0}” isn't the code of an agency. Use one of these: {1}.", unknown.Agency, string.Join(", ", agencies.Order(StringComparer.Ordinal)));
        var known = (await db.Set<AgencyContact>().Where(c => c.EndedAt == null).ToListAsync(cancellation))
            .GroupBy(c => Name.Of(c.AgencyCode, c.Card)).ToDictionary(g => g.Key, g => g.First());
        var now = clock.GetUtcNow().UtcDateTime;
        var imported = Take(rows, known, now);
        if (imported.Added + imported.Changed > 0)
            db.Record(this, now, actor, null, new ContactsImported(imported.Added, imported.Changed));
        return await db.CommitAsync(cancellation, imported);
    }

    private Imported Take(IReadOnlyList<ContactFile.Row> rows, Dictionary<Name, AgencyContact> known, DateTime now)
    {
        var (added, changed) = (0, 0);
        foreach (var row in rows.DistinctBy(r => Name.Of(r.Agency, r.Card)))
            if (!known.TryGetValue(Name.Of(row.Agency, row.Card), out var contact))
            {
                db.Add(new AgencyContact { Id = Guid.CreateVersion7(new DateTimeOffset(now)), AgencyCode = row.Agency, Card = row.Card });
                added++;
            }
            else if (contact.Card != row.Card)
            {
                contact.Change(row.Card);
                changed++;
            }

        return new(added, changed, rows.Count - added - changed);
    }
}

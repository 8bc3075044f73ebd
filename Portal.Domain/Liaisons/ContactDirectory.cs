using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Liaisons;

/// <summary>Reads the directory of agencies' contacts. An office keeps a few hundred, so they're read at once.</summary>
public sealed class ContactDirectory(PortalDb db)
{
    private const int MostPublic = 20;

    /// <summary>The contacts in use, by agency, place, and name.</summary>
    /// <param name="agency">Only this agency's; null for all.</param>
    /// <param name="search">Words that each occur in the contact's data; null for all.</param>
    public async Task<IReadOnlyList<AgencyContact>> ListAsync(string? agency, string? search, CancellationToken cancellation)
    {
        var rows = await db.Set<AgencyContact>().AsNoTracking().Where(c => c.EndedAt == null && (agency == null || c.AgencyCode == agency)).ToListAsync(cancellation);
        var words = PlainText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. rows.Where(c => words.Length == 0 || Matches(c, words))
                .OrderBy(c => c.AgencyCode, StringComparer.Ordinal)
                .ThenBy(c => c.Card.Place, StringComparer.OrdinalIgnoreCase)
                .ThenBy(c => c.Card.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(c => c.Id),
        ];
    }

    /// <summary>The codes of the agencies that an address belongs to: as a contact's, or by its domain.</summary>
    public async Task<IReadOnlyList<string>> AgenciesOfAsync(string email, CancellationToken cancellation)
    {
        // Nobody can have an address under .example (RFC 2606); only a contact of a demonstration does.
        var codes = email.EndsWith(".example", StringComparison.OrdinalIgnoreCase) ? []
            : (await db.Set<Agency>().Select(a => a.Code).ToListAsync(cancellation)).Where(code => AgencyDomains.AreOf(code, email));
        var contacts = await db.Set<AgencyContact>().AsNoTracking().Where(c => c.EndedAt == null && c.Card.Email != null)
            .Select(c => new { c.AgencyCode, c.Card.Email }).ToListAsync(cancellation);
        return [.. contacts.Where(c => email.Equals(c.Email, StringComparison.OrdinalIgnoreCase)).Select(c => c.AgencyCode).Concat(codes).Distinct()];
    }

    /// <summary>A contact, also one no longer in use; null when there's none with this id.</summary>
    public Task<AgencyContact?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<AgencyContact>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>Writes the contacts in use as a CSV file.</summary>
    public async Task WriteAsync(TextWriter to, CancellationToken cancellation) => ContactFile.Write(to, await ListAsync(null, null, cancellation));

    /// <summary>Public contact data of agencies and states whose name or short name has all of the words; none without words.</summary>
    public async Task<IReadOnlyList<PublicAgency>> PublicAsync(string? search, CancellationToken cancellation)
    {
        var words = PlainText.Fold(search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? []
            : [.. (await db.Set<PublicAgency>().AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancellation))
                .Where(a => PlainText.Fold($"{a.Name} {a.Read().Acronym}") is var text && words.All(w => text.Contains(w, StringComparison.Ordinal)))
                .Take(MostPublic)];
    }

    private static bool Matches(AgencyContact contact, string[] words)
    {
        var card = contact.Card;
        var text = PlainText.Fold(string.Join(
            ' ', contact.AgencyCode, card.Place, card.Name, card.Email, card.Phone, card.Fax, card.Address, card.Hours, card.Note,
            string.Join(' ', card.Topics), string.Join(' ', card.States)));
        return words.All(w => text.Contains(w, StringComparison.Ordinal));
    }
}

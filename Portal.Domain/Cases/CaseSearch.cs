using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Cases;

/// <summary>Finds cases, open and closed, by reference, by e-mail address, or by how a name or a later part of it begins.</summary>
public sealed class CaseSearch(PortalDb db, BlindIndex index)
{
    private const int MostPeople = 500;
    private const int ShortestReference = 4;

    /// <summary>The cases; none for less than two letters.</summary>
    public async Task<IQueryable<Case>> FindAsync(string typed, CancellationToken cancellation)
    {
        var cases = db.Set<Case>().AsNoTracking();
        if (CaseReference.TryParse(typed, out var reference))
        {
            var text = reference.ToString();
            return cases.Where(c => c.Reference == text);
        }

        if (EmailAddress.TryParse(typed, out var email))
        {
            var hash = index.Of("email", email.Normalized);
            return cases.Where(c => c.ContactEmailIndex == hash);
        }

        var name = PersonName.Normalize(typed);
        if (name.Length < 2)
            return cases.Where(c => false);
        var people = await db.Set<Constituent>()
            .Where(p => p.NormalizedName.StartsWith(name) || p.NormalizedName.Contains(" " + name))
            .OrderByDescending(p => p.Id).Select(p => p.Id).Take(MostPeople).ToListAsync(cancellation);
        var begins = typed.Trim().ToUpperInvariant();
        return begins.Length >= ShortestReference && !begins.Contains(' ') && begins.Any(char.IsAsciiDigit)
            ? cases.Where(c => people.Contains(c.ConstituentId) || c.Reference.StartsWith(begins))
            : cases.Where(c => people.Contains(c.ConstituentId));
    }
}

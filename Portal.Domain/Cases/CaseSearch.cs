using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Topics;

namespace Portal.Domain.Cases;

/// <summary>
/// Finds cases, open and closed, by reference, e-mail address or telephone number, by how a name or a later part of it
/// begins, or by the words of their topic. What people wrote is sealed and cannot be searched (docs/adr/0010).
/// </summary>
public sealed class CaseSearch(PortalDb db, BlindIndex index, TopicCatalog topics)
{
    private const int MostPeople = 500;
    private const int MostTopics = 20;
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

        if (PhoneNumber.IndexOf(typed, index) is { } phone)
            return cases.Where(c => c.PhoneIndex == phone || c.HelperPhoneIndex == phone);

        var name = PersonName.Normalize(typed);
        return name.Length < 2 ? cases.Where(c => false) : await ByWordsAsync(cases, typed, name, cancellation);
    }

    private async Task<IQueryable<Case>> ByWordsAsync(IQueryable<Case> cases, string typed, string name, CancellationToken cancellation)
    {
        var people = await db.Set<Constituent>()
            .Where(p => p.NormalizedName.StartsWith(name) || p.NormalizedName.Contains(" " + name))
            .OrderByDescending(p => p.Id).Select(p => p.Id).Take(MostPeople).ToListAsync(cancellation);
        var about = await NewestAboutAsync(cases, typed, cancellation);
        var begins = typed.Trim().ToUpperInvariant();
        return begins.Length >= ShortestReference && !begins.Contains(' ') && begins.Any(char.IsAsciiDigit)
            ? cases.Where(c => people.Contains(c.ConstituentId) || about.Contains(c.Id) || c.Reference.StartsWith(begins))
            : cases.Where(c => people.Contains(c.ConstituentId) || about.Contains(c.Id));
    }

    // A topic may have thousands of cases; only as many as a page shows are read of each, from its index.
    private async Task<List<Guid>> NewestAboutAsync(IQueryable<Case> cases, string typed, CancellationToken cancellation)
    {
        var found = new List<Guid>();
        foreach (var topic in await topics.NamedAsync(typed, MostTopics, cancellation))
            found.AddRange(await CaseQueueOrder.NewestFirst(cases.Where(c => c.TopicCode == topic.Code), null)
                .Select(c => c.Id).Take(CaseQueue.PageSize + 1).ToListAsync(cancellation));
        return found;
    }
}

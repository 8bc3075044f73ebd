using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>
/// Finds open and closed cases by email address, phone number, how the reference or parts of a name begin, in any order,
/// or words of the topic.
/// </summary>
public sealed class CaseSearch(PortalDb db, BlindIndex index, CaseWords words, TopicCatalog topics)
{
    private const int MostFound = 500;
    private const int MostTopics = 20;

    /// <summary>The matching cases; none for fewer than two characters.</summary>
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

        return await ByWordsAsync(cases, typed, cancellation);
    }

    private async Task<IQueryable<Case>> ByWordsAsync(IQueryable<Case> cases, string typed, CancellationToken cancellation)
    {
        var found = await words.NewestAsync(db, typed, MostFound, cancellation);
        if (typed.Trim().Length > 1)
            found.AddRange(await NewestAboutAsync(cases, typed, cancellation));
        return cases.Where(c => found.Contains(c.Id));
    }

    // A topic can have thousands of cases, so only one page's worth is read per topic, from the index.
    private async Task<List<Guid>> NewestAboutAsync(IQueryable<Case> cases, string typed, CancellationToken cancellation)
    {
        var found = new List<Guid>();
        foreach (var topic in await topics.NamedAsync(typed, MostTopics, cancellation))
            found.AddRange(await CaseQueueOrder.NewestFirst(cases.Where(c => c.TopicCode == topic.Code), null)
                .Select(c => c.Id).Take(CaseQueue.PageSize + 1).ToListAsync(cancellation));
        return found;
    }
}

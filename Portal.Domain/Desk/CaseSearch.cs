using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Search;
using Portal.Domain.Search;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>
/// Finds open and closed cases by reference, email address, phone number or part of one, how parts of a name begin, in any order, words
/// of the topic, and everything written in a case.
/// </summary>
public sealed class CaseSearch(PortalDb db, BlindIndex index, CaseWords words, CaseWordSearch written, TopicCatalog topics)
{
    /// <summary>The most cases one search returns.</summary>
    public const int MostFound = 500;

    private const int MostTopics = 20;

    /// <summary>The matching cases; none for fewer than two characters.</summary>
    public async Task<IQueryable<Case>> FindAsync(string typed, CancellationToken cancellation)
    {
        var found = await FindAsync(typed, SearchOrder.Newest, cancellation);
        return db.Set<Case>().AsNoTracking().Where(c => found.Contains(c.Id));
    }

    /// <summary>The matching cases in this order. What names a case or a person outright comes before what's only written somewhere.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string typed, SearchOrder order, CancellationToken cancellation)
    {
        var cases = db.Set<Case>().AsNoTracking();
        if (CaseReference.TryParse(typed, out var reference))
        {
            var text = reference.ToString();
            return await cases.Where(c => c.Reference == text).Select(c => c.Id).ToListAsync(cancellation);
        }

        if (typed.Trim().Length < 2)
            return [];
        var named = await NamedAsync(cases, typed, cancellation);
        var inText = await written.FindAsync(typed, order, MostFound, cancellation);
        var all = named.Concat(inText).Distinct();
        return [.. (order == SearchOrder.Best ? all : all.OrderByDescending(id => id.ToString("N"), StringComparer.Ordinal)).Take(MostFound)];
    }

    private async Task<List<Guid>> NamedAsync(IQueryable<Case> cases, string typed, CancellationToken cancellation)
    {
        if (EmailAddress.TryParse(typed, out var email))
        {
            var hash = index.Of("email", email.Normalized);
            return await Newest(cases.Where(c => c.ContactEmailIndex == hash)).ToListAsync(cancellation);
        }

        if (PhoneNumber.IndexOf(typed, index) is { } phone)
            return await Newest(cases.Where(c => c.PhoneIndex == phone || c.HelperPhoneIndex == phone)).ToListAsync(cancellation);

        var found = await words.NewestAsync(db, typed, MostFound, cancellation);
        // A topic can have thousands of cases, so only one page's worth is read per topic, from the index.
        foreach (var topic in await topics.NamedAsync(typed, MostTopics, cancellation))
            found.AddRange(await CaseQueueOrder.NewestFirst(cases.Where(c => c.TopicCode == topic.Code), null)
                .Select(c => c.Id).Take(CaseQueue.PageSize + 1).ToListAsync(cancellation));
        return found;
    }

    private static IQueryable<Guid> Newest(IQueryable<Case> cases) => cases.OrderByDescending(c => c.Id).Select(c => c.Id).Take(MostFound);
}

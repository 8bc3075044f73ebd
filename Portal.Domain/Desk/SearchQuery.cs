using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Search;
using Portal.Domain.Search;

namespace Portal.Domain.Desk;

/// <summary>Where a case has what was searched for.</summary>
/// <param name="Place">The kind of text.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Pieces">The text around it.</param>
public sealed record FoundText(TextPlace Place, DateTime At, IReadOnlyList<ExcerptPiece> Pieces);

/// <summary>A case that was found.</summary>
/// <param name="Case">The case.</param>
/// <param name="Texts">Where, the best place first.</param>
/// <param name="More">How many more texts of it match.</param>
public sealed record FoundCase(Case Case, IReadOnlyList<FoundText> Texts, int More);

/// <summary>A page of cases that were found.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="From">The number of the first one, from 1.</param>
/// <param name="All">How many were found, up to <see cref="CaseSearch.MostFound"/>.</param>
public sealed record FoundPage(IReadOnlyList<FoundCase> Cases, int From, int All)
{
    /// <summary>Where the next page starts; null on the last one.</summary>
    public int? Next => From + Cases.Count <= All ? From + Cases.Count : null;
}

/// <summary>Finds everything written in cases and shows where it stands. Never writes.</summary>
public sealed class SearchQuery(PortalDb db, CaseSearch search, CaseTexts texts)
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 20;

    private const int MostTexts = 3;

    /// <summary>The page that starts with the case of this number; empty for a reader who may not see cases.</summary>
    public async Task<FoundPage> FindAsync(string? typed, SearchOrder order, int from, Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Permission.ReadCases) || string.IsNullOrWhiteSpace(typed))
            return new([], 1, 0);
        var all = await search.FindAsync(typed.Trim(), order, cancellation);
        var start = Math.Clamp(from, 1, Math.Max(1, all.Count));
        var ids = all.Skip(start - 1).Take(PageSize).ToList();
        var written = await texts.ReadAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        var excerpt = new Excerpt(typed);
        return new([.. ids.Where(cases.ContainsKey).Select(id => Found(cases[id], written[id], excerpt, order))], start, all.Count);
    }

    private static FoundCase Found(Case @case, IEnumerable<PlacedText> texts, Excerpt excerpt, SearchOrder order)
    {
        var matching = texts.Select(t => (Text: t, Count: excerpt.Count(t.Text, t.Place == TextPlace.Contact))).Where(t => t.Count > 0)
            .OrderByDescending(t => order == SearchOrder.Best ? t.Count : 0).ThenByDescending(t => t.Text.At).ToList();
        return new(
            @case,
            [.. matching.Take(MostTexts).Select(t => new FoundText(t.Text.Place, t.Text.At, excerpt.Of(t.Text.Text, t.Text.Place == TextPlace.Contact)))],
            Math.Max(0, matching.Count - MostTexts));
    }
}

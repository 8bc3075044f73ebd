using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Facts;
using Portal.Domain.Platform.Text;
using Portal.Domain.Resources;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>An organization in the library: one that ships with Portal, or one that the office added.</summary>
/// <param name="Code">Its code, or the id of an office's own.</param>
/// <param name="Name">Its name.</param>
/// <param name="About">What it does.</param>
/// <param name="Kind">The kind of help.</param>
public sealed record LibraryEntry(string Code, Bilingual Name, Bilingual About, ResourceKind Kind)
{
    /// <summary>The office's own; null for one that ships with Portal.</summary>
    public OfficeResource? Own { get; init; }

    /// <summary>Phone, website, and address, as staff read them.</summary>
    public required string Reach { get; init; }

    /// <summary>The text for a letter, in English and Spanish.</summary>
    public required Bilingual Card { get; init; }

    /// <summary>Codes of the topics it helps with; empty for any.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Postal codes of the states it serves; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The counties it serves; empty for all.</summary>
    public IReadOnlyList<string> Counties { get; init; } = [];

    /// <summary>The day someone in the office last checked it; null when no one has.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>Where it was found; null for the office's own.</summary>
    public string? Source { get; init; }
}

/// <summary>What to look for in the library; null looks for everything.</summary>
public sealed record LibrarySearch
{
    /// <summary>Words of the name or of what they do.</summary>
    public string? Words { get; init; }

    /// <summary>The topic's code. Ranks, and leaves nothing out.</summary>
    public string? Topic { get; init; }

    /// <summary>The state's postal code. Leaves out what serves other states only.</summary>
    public string? State { get; init; }

    /// <summary>The county. Leaves out what serves other counties only.</summary>
    public string? County { get; init; }
}

/// <summary>Searches the library of organizations the office refers people to. Never writes. A few hundred entries.</summary>
public sealed class ResourceLibrary(PortalDb db, TopicCatalog topics)
{
    /// <summary>What fits, the best first: made for the topic, then the county, then the state, then by name.</summary>
    public async Task<IReadOnlyList<LibraryEntry>> FindAsync(LibrarySearch search, string language, CancellationToken cancellation)
    {
        var words = PlainText.Fold(search.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var state = string.IsNullOrWhiteSpace(search.State) ? null : ResourceCard.StateCode(search.State);
        var county = search.County is { Length: > 0 } typed ? PlainText.Fold(ResourceCard.CountyName(typed)) : null;
        return
        [
            .. (await AllAsync(cancellation))
                .Where(e => words.All(w => PlainText.Fold($"{e.Name.En} {e.Name.Es} {e.About.En} {e.About.Es}").Contains(w, StringComparison.Ordinal)))
                .Where(e => e.States.Count == 0 || state is null || e.States.Contains(state))
                .Where(e => e.Counties.Count == 0 || county is null || e.Counties.Any(c => PlainText.Fold(c) == county))
                .OrderByDescending(e => IsFor(e, search.Topic))
                .ThenByDescending(e => county is not null && e.Counties.Count > 0)
                .ThenByDescending(e => state is not null && e.States.Count > 0)
                .ThenBy(e => e.Name.In(language), StringComparer.Create(Texts.CultureOf(language), ignoreCase: true)),
        ];
    }

    /// <summary>Whether an organization helps with just this topic.</summary>
    public static bool IsFor(LibraryEntry entry, string? topic) => topic is not null && entry.Topics.Contains(topic);

    /// <summary>One organization; null when the library has none with this code.</summary>
    public async Task<LibraryEntry?> OneAsync(string? code, CancellationToken cancellation) => (await AllAsync(cancellation)).FirstOrDefault(e => e.Code == code);

    private async Task<IEnumerable<LibraryEntry>> AllAsync(CancellationToken cancellation)
    {
        var cards = await topics.AllAsync(cancellation);
        var checks = await db.Set<FactCheck>().AsNoTracking().Where(c => c.Kind == FactKind.Resource).ToDictionaryAsync(c => c.Code, cancellation);
        var own = await db.Set<OfficeResource>().AsNoTracking().Where(r => r.EndedAt == null).ToListAsync(cancellation);
        return own.Select(Of).Concat(Resource.All.Select(r => Of(r, cards, checks)));
    }

    private static LibraryEntry Of(OfficeResource own)
    {
        var card = own.Card;
        return new(own.Id.ToString(), new(card.Name, card.NameEs ?? card.Name), new(card.About, card.AboutEs), card.Kind)
        {
            Own = own,
            Reach = string.Join(" · ", new[] { card.Phone, card.Url, card.Address?.ReplaceLineEndings(", ") }.OfType<string>()),
            Card = new(card.CardIn("en"), card.CardIn("es")),
            Topics = card.Topics,
            States = card.States,
            Counties = card.Counties,
            CheckedOn = own.CheckedOn,
        };
    }

    private static LibraryEntry Of(Resource resource, IReadOnlyList<TopicCard> topics, Dictionary<string, FactCheck> checks) => new(
        resource.Code, resource.Name, resource.About, Enum.TryParse<ResourceKind>(resource.Kind, out var kind) ? kind : ResourceKind.Community)
    {
        Reach = string.Join(" · ", new[] { resource.Phone, resource.Url }.OfType<string>()),
        Card = new(resource.CardIn("en"), resource.CardIn("es")),
        Topics = [.. topics.Where(t => t.Resources.Contains(resource.Code)).Select(t => t.Code)],
        CheckedOn = checks.GetValueOrDefault(resource.Code) is { } check
            && check.Sha256 == FactCheck.HashOf(JsonSerializer.Serialize(resource, SeedFile.Json)) ? check.CheckedOn : null,
        Source = resource.Source,
    };
}

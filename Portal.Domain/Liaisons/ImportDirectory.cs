using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Liaisons;

/// <summary>Public contact data was imported.</summary>
public sealed record DirectoryImported(string Source, int Cards) : IEvent;

/// <summary>
/// Replaces the public contact data with files of USA.gov pages, as GSA-TTS/10x-usagov-wrangler stores them: agencies, states, or both.
/// </summary>
public sealed class ImportDirectory(PortalDb db, TimeProvider clock)
{
    private const int MostBytes = 20 * 1024 * 1024;

    /// <summary>How many cards there are now.</summary>
    public sealed record Imported(int Agencies, int States) : Outcome.Success;

    private sealed record Page(string? Text, string? Url);

    private sealed record AgencyRow(string? Slug, string? Name)
    {
        public string? Acronym { get; init; }
        public IReadOnlyList<Page>? Websites { get; init; }
        public IReadOnlyList<Page>? Contacts { get; init; }
        public IReadOnlyList<Page>? Offices { get; init; }
        public IReadOnlyList<string>? Phone { get; init; }
        public IReadOnlyList<string>? TollFree { get; init; }
        public IReadOnlyList<string>? Tty { get; init; }
        public IReadOnlyList<string>? Email { get; init; }
        public string? Address { get; init; }
    }

    private sealed record StateRow(string? Name, string? Url)
    {
        public IReadOnlyList<Page>? Website { get; init; }
        public IReadOnlyList<Page>? Agencies { get; init; }
    }

    private sealed record Export(string? Source)
    {
        public IReadOnlyList<AgencyRow>? Agencies { get; init; }
        public IReadOnlyList<StateRow>? States { get; init; }
    }

    /// <summary>Reads the files and replaces the cards of the kinds they have.</summary>
    public async Task<Outcome> ExecuteAsync(IReadOnlyList<Stream> files, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.SetUpOffice) is { } refusal)
            return refusal;
        var cards = new List<PublicAgency>();
        foreach (var file in files)
        {
            if (await ReadAsync(file, cancellation) is not { Count: > 0 } read)
                return new Outcome.Refused("This isn't a file of USA.gov agencies or states. Use the file as it was downloaded.");
            cards.AddRange(read);
        }

        cards = [.. cards.DistinctBy(c => c.Code)];
        var kinds = cards.Select(IsState).ToHashSet();
        var known = (await db.Set<PublicAgency>().ToListAsync(cancellation)).ToDictionary(c => c.Code);
        db.RemoveRange(known.Values.Where(k => kinds.Contains(IsState(k)) && !cards.Exists(c => c.Code == k.Code)));
        foreach (var card in cards)
            if (known.TryGetValue(card.Code, out var old))
                (old.Name, old.Card) = (card.Name, card.Card);
            else
                db.Add(card);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new DirectoryImported("USA.gov", cards.Count));
        return await db.CommitAsync(cancellation, new Imported(cards.Count(c => !IsState(c)), cards.Count(IsState)));
    }

    private static bool IsState(PublicAgency card) => card.Code.StartsWith("state/", StringComparison.Ordinal);

    private static async Task<List<PublicAgency>?> ReadAsync(Stream file, CancellationToken cancellation)
    {
        if (file.CanSeek && file.Length > MostBytes)
            return null;
        try
        {
            return await JsonSerializer.DeserializeAsync<Export>(file, SeedFile.Json, cancellation) is { } export
                ? [.. Agencies(export), .. States(export)]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<PublicAgency> Agencies(Export export) => (export.Agencies ?? []).Where(a => a is { Slug: not null, Name: not null }).Select(a =>
        Card(a.Slug!, a.Name!, new()
        {
            Acronym = a.Acronym,
            Phones = Distinct(a.Phone, a.TollFree),
            Tty = Distinct(a.Tty),
            Emails = Distinct(a.Email),
            Address = a.Address,
            Pages = Pages(a.Contacts, a.Offices, a.Websites),
            Source = export.Source ?? "USA.gov",
        }));

    private static IEnumerable<PublicAgency> States(Export export) => (export.States ?? []).Where(s => s.Name is not null).Select(s =>
        Card($"state/{s.Name!.ToLowerInvariant().Replace(' ', '-')}", s.Name, new()
        {
            Pages = Pages(s.Website, s.Agencies),
            Source = export.Source ?? "USA.gov",
        }));

    private static PublicAgency Card(string code, string name, PublicAgencyCard card) =>
        new() { Code = code, Name = name, Card = JsonSerializer.Serialize(card, SeedFile.Json) };

    private static IReadOnlyList<string> Distinct(params ReadOnlySpan<IReadOnlyList<string>?> lists)
    {
        var all = new List<string>();
        foreach (var list in lists)
            all.AddRange((list ?? []).Where(v => !all.Contains(v)));
        return all;
    }

    // The name of an address comes from elsewhere, so only web addresses become links.
    private static IReadOnlyList<PublicPage> Pages(params ReadOnlySpan<IReadOnlyList<Page>?> lists)
    {
        var all = new List<PublicPage>();
        foreach (var list in lists)
            all.AddRange((list ?? [])
                .Where(p => p is { Text: not null, Url: not null } && Uri.TryCreate(p.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http")
                .Select(p => new PublicPage(p.Text!, p.Url!)));
        return [.. all.DistinctBy(p => p.Url)];
    }
}

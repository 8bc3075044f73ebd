using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>All topics, cached per process until they change; a few hundred rows.</summary>
public sealed class TopicCatalog(PortalDb db, TopicCatalog.Cache cache)
{
    private const int LongestTyped = 400;

    // Shorter prefixes match too much.
    private const int ShortestBeginning = 4;

    private static readonly Lazy<IReadOnlyDictionary<string, TopicPhrases>> Phrases =
        new(() => SeedFile.Read<Dictionary<string, TopicPhrases>>("topic-phrases.json"));

    /// <summary>Caches the topics for the whole process.</summary>
    public sealed class Cache
    {
        internal IReadOnlyList<TopicCard>? Cards { get; set; }

        private readonly Lock _preparing = new();
        private (IReadOnlyList<TopicCard> Of, TopicFinder Finder)? _finder;

        /// <summary>Clears the cache, so the next read queries the database.</summary>
        public void Clear() => Cards = null;

        // Searches that come at the same time wait for one finder instead of each preparing its own.
        internal TopicFinder FinderOf(IReadOnlyList<TopicCard> cards)
        {
            lock (_preparing)
            {
                if (_finder is not { } known || !ReferenceEquals(known.Of, cards))
                    _finder = known = (cards, new(cards, Phrases.Value));
                return known.Finder;
            }
        }
    }

    /// <summary>Every topic, in order.</summary>
    public async Task<IReadOnlyList<TopicCard>> AllAsync(CancellationToken cancellation) =>
        cache.Cards ??= [.. (await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Position).Select(t => t.Card).ToListAsync(cancellation))
            .Select(c => JsonSerializer.Deserialize<TopicCard>(c, SeedFile.Json)!)];

    /// <summary>The topic with this code; null when there is none.</summary>
    public async Task<TopicCard?> FindAsync(string? code, CancellationToken cancellation) =>
        code is null ? null : (await AllAsync(cancellation)).FirstOrDefault(t => t.Code == code);

    /// <summary>Topics that fit what the person typed, best first; none when nothing fits.</summary>
    public async Task<IReadOnlyList<TopicCard>> SearchAsync(string words, int most, CancellationToken cancellation) =>
        cache.FinderOf(await AllAsync(cancellation)).Find(words.Length <= LongestTyped ? words : words[..LongestTyped], most);

    /// <summary>Topics whose names, in either language, contain every word the reader typed.</summary>
    public async Task<IReadOnlyList<TopicCard>> NamedAsync(string words, int most, CancellationToken cancellation)
    {
        var wanted = Typed(words);
        return wanted.Count == 0 ? [] : [.. (await AllAsync(cancellation)).Where(t => IsNamed(t, wanted)).Take(most)];
    }

    private static bool IsNamed(TopicCard topic, List<string> wanted)
    {
        Bilingual[] names = [topic.SubAgency, topic.Program, topic.Issue, topic.Words];
        var have = Words(string.Join(' ', names.Select(b => $"{b.En} {b.Es}")) + " " + topic.Agency);
        return wanted.All(w => have.Any(h => h == w || (w.Length >= ShortestBeginning && h.StartsWith(w, StringComparison.Ordinal))));
    }

    private static readonly HashSet<string> SmallWords =
        [
            .. ("A AN THE MY I IS IN OF TO FOR AND OR DID NOT IT HAS WAS WITH ON AT NO HAVE AM IM ME CANT CANNOT DIDNT DOESNT DONT "
                + "ISNT HASNT HAVENT WASNT WONT GET GOT NEVER STILL BEEN WERE HAD ARE BE THEY "
                + "EL LA LOS LAS UN UNA DE MI MIS NO ES EN Y O HA SE LE PARA CON POR").Split(' '),
        ];

    private static List<string> Typed(string text) => [.. Words(text).Take(20)];

    private static List<string> Words(string text) =>
        [.. PersonName.Normalize(text).Split([' ', '/', '(', ')', '?', '!', ':', ';', ',', '"', '\u00BF'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 1 && !SmallWords.Contains(w)).Select(Stem).Distinct()];

    private static string Stem(string word) => word.Length > 4 && word.EndsWith('S') ? word[..^1] : word;
}

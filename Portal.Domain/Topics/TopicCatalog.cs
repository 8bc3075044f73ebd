using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>All topics, cached per process until they change; a few hundred rows.</summary>
public sealed class TopicCatalog(PortalDb db, TopicCatalog.Cache cache)
{
    // Shorter prefixes match too much.
    private const int ShortestBeginning = 4;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Caches the topics for the whole process.</summary>
    public sealed class Cache
    {
        internal IReadOnlyList<TopicCard>? Cards { get; set; }

        /// <summary>Clears the cache, so the next read queries the database.</summary>
        public void Clear() => Cards = null;
    }

    /// <summary>Every topic, in order.</summary>
    public async Task<IReadOnlyList<TopicCard>> AllAsync(CancellationToken cancellation) =>
        cache.Cards ??= [.. (await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Position).Select(t => t.Card).ToListAsync(cancellation))
            .Select(c => JsonSerializer.Deserialize<TopicCard>(c, Json)!)];

    /// <summary>The topic with this code; null when there is none.</summary>
    public async Task<TopicCard?> FindAsync(string? code, CancellationToken cancellation) =>
        code is null ? null : (await AllAsync(cancellation)).FirstOrDefault(t => t.Code == code);

    /// <summary>Topics that match what the person typed, best first; ignores accents and small words.</summary>
    public async Task<IReadOnlyList<TopicCard>> SearchAsync(string words, int most, CancellationToken cancellation)
    {
        var wanted = Typed(words);
        if (wanted.Count == 0)
            return [];
        return [.. (await AllAsync(cancellation))
            .Select(t => (Topic: t, Score: Score(t, wanted))).Where(t => t.Score > 0)
            .OrderByDescending(t => t.Score).Select(t => t.Topic).Take(most)];
    }

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

    private static double Score(TopicCard topic, List<string> wanted)
    {
        double score = 0;
        var met = new HashSet<string>();
        foreach (var (text, weight) in (ReadOnlySpan<(Bilingual?, double)>)
            [(topic.Issue, 4), (topic.Words, 3), (topic.Program, 2), (topic.SubAgency, 2), (topic.Explanation, 0.5)])
        {
            if (text is null)
                continue;
            var have = Words(text.En + " " + text.Es).ToHashSet();
            var full = wanted.Where(have.Contains).ToList();
            var partly = wanted.Where(w => !have.Contains(w) && have.Any(h => IsRelated(w, h))).ToList();
            score += weight * (full.Count + (partly.Count * 0.6));
            met.UnionWith([.. full, .. partly]);
        }

        // A topic that matches every typed word fits better than one that repeats a single word.
        return (score + (topic.Agency.Length > 0 && wanted.Contains(topic.Agency) ? 5 : 0)) * (1 + met.Count) / (1 + wanted.Count);
    }

    // Matches related forms: "deported" and "deportation", "disabled" and "disability".
    private static bool IsRelated(string one, string other)
    {
        var (alike, shorter) = (one.AsSpan().CommonPrefixLength(other), Math.Min(one.Length, other.Length));
        return alike >= ShortestBeginning && (alike == one.Length || (alike > ShortestBeginning && alike >= 0.6 * shorter));
    }
}

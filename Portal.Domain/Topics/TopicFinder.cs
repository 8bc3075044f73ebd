using Portal.Domain.Platform.Text;

namespace Portal.Domain.Topics;

/// <summary>
/// Finds topics by what people type. Every topic has its name, its search words, and phrases that people use; what's typed is compared with
/// each by words and pieces of words, rare ones counting most (ADR 37). docs/measurements/finder.md says how well it works.
/// </summary>
internal sealed class TopicFinder
{
    // Chosen on the half of the list that may be used for it (docs/measurements/finder.md).
    private const float WeightOfPieces = 0.5f;
    private const int MostPhrases = 200;
    private const int PhrasesOfTopic = 8;
    private const float NextPhrase = 0.7f;

    // Topics far below the best only distract; and where even the best is far off, it's better to say that nothing was found.
    private const float FarBelowBest = 0.55f;
    private const float FarOff = 0.9f;

    // How much more a topic fits when its agency is named.
    private const float Named = 1.25f;

    // How much a word counts that no phrase has.
    private const float Strange = 5f;

    // "va" and "dos" are Spanish words, "ice" and "sec" English ones.
    private static readonly HashSet<string> Ambiguous = ["VA", "DOS", "ICE", "SEC"];

    private readonly IReadOnlyList<TopicCard> _topics;
    private readonly int[] _topicOf;
    private readonly Index _words, _pieces;

    /// <summary>Prepares the comparison; takes two to three seconds for a few hundred topics.</summary>
    public TopicFinder(IReadOnlyList<TopicCard> topics, IReadOnlyDictionary<string, TopicPhrases> phrases)
    {
        _topics = topics;
        var all = topics.Index().SelectMany(t => PhrasesOf(t.Item, phrases).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(p => (Topic: t.Index, Words: TextFeatures.Words(p)))).ToList();
        _topicOf = [.. all.Select(p => p.Topic)];
        _words = new([.. all.Select(p => TextFeatures.Runs(p.Words, 2).ToList())]);
        _pieces = new([.. all.Select(p => TextFeatures.Pieces(p.Words).ToList())]);
    }

    /// <summary>The topics that fit, best first; none when nothing fits.</summary>
    public IReadOnlyList<TopicCard> Find(string typed, int most)
    {
        var words = TextFeatures.Words(typed);
        var inCapitals = typed.Split(' ', ',', '.').ToHashSet();
        // Who names the agency means it; some names are also words.
        bool IsNamed(int topic) => _topics[topic].Agency is var code
            && (Ambiguous.Contains(code) ? inCapitals.Contains(code) : words.Contains(code, StringComparer.OrdinalIgnoreCase));
        var scores = new float[_topicOf.Length];
        _words.Compare(TextFeatures.Runs(words, 2), scores, 1);
        _pieces.Compare(TextFeatures.Pieces(words), scores, WeightOfPieces);
        var ranked = scores.Index().Where(s => s.Item > 0).OrderByDescending(s => s.Item).ThenBy(s => s.Index).Take(MostPhrases)
            .GroupBy(s => _topicOf[s.Index])
            .Select(g => (Topic: g.Key, Score: g.Take(PhrasesOfTopic).Select((s, i) => s.Item * MathF.Pow(NextPhrase, i)).Sum() * (IsNamed(g.Key) ? Named : 1)))
            .OrderByDescending(t => t.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < FarOff)
            return [];
        return [.. ranked.TakeWhile(t => t.Score >= FarBelowBest * ranked[0].Score).Take(most).Select(t => _topics[t.Topic])];
    }

    private static IEnumerable<string> PhrasesOf(TopicCard topic, IReadOnlyDictionary<string, TopicPhrases> phrases)
    {
        foreach (var language in (string[])["en", "es"])
        {
            var issue = topic.Issue.In(language);
            yield return issue;
            yield return $"{issue} {topic.Program.In(language)} {topic.SubAgency.In(language)} {(Ambiguous.Contains(topic.Agency) ? "" : topic.Agency)}";
            foreach (var word in topic.Words.In(language).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return word;
        }

        if (phrases.TryGetValue(topic.Code, out var said))
            foreach (var phrase in said.En.Concat(said.Es))
                yield return phrase;
    }

    /// <summary>Which phrases have a feature, and how much it means in them.</summary>
    private sealed class Index
    {
        private readonly TextSpace _space;
        private readonly Dictionary<uint, List<(int Phrase, float Share)>> _where = [];

        public Index(IReadOnlyList<IReadOnlyList<uint>> phrases)
        {
            _space = TextSpace.Of(phrases);
            for (var phrase = 0; phrase < phrases.Count; phrase++)
                foreach (var (feature, share) in _space.Direction(phrases[phrase]))
                {
                    if (!_where.TryGetValue(feature, out var list))
                        _where[feature] = list = [];
                    list.Add((phrase, share));
                }
        }

        public void Compare(IEnumerable<uint> features, float[] scores, float weight)
        {
            foreach (var (feature, own) in _space.Direction(features, Strange))
                foreach (var (phrase, theirs) in _where[feature])
                    scores[phrase] += weight * own * theirs;
        }
    }
}

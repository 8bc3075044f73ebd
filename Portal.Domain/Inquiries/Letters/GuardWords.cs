using System.Text.RegularExpressions;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Finds words that don't belong in a letter to an agency. The lists are data with their source (<c>letter-guards.json</c>).</summary>
internal static partial class GuardWords
{
    private static readonly Lazy<IReadOnlyList<Found>> Shipped = new(Read);

    // What a person decides about a pending matter may well stand among the facts.
    private static readonly LetterBlock[] Asking = [LetterBlock.Request, LetterBlock.Questions, LetterBlock.Urgency];

    private sealed record Row(string Code, string Title, string Why, IReadOnlyList<string> Patterns);

    private sealed record Data(string Source, IReadOnlyList<Row> Guards, IReadOnlyList<string> Harmless);

    private sealed record Found(string Code, string Title, string Why, Regex Pattern, Regex Harmless);

    /// <summary>What the blocks contain. Names that were merged in are left out, since a person may be called Grant or Judge.</summary>
    public static IEnumerable<LetterGuard> In(LetterContent letter, IReadOnlyCollection<string> names)
    {
        foreach (var block in Enum.GetValues<LetterBlock>())
            foreach (var sentence in Sentences(letter[block]))
            {
                var text = Masked(sentence, names);
                foreach (var guard in Shipped.Value.Where(g => g.Code != "private-firm" && (g.Code != "ex-parte" || Asking.Contains(block))))
                    if (Match(guard, text) is { } words)
                        yield return new(guard.Code, GuardLevel.Reason, guard.Title, guard.Why) { Block = block, Sentence = sentence, Words = words };
            }
    }

    /// <summary>What the addressee contains: a private firm, or somebody who decides.</summary>
    public static IEnumerable<LetterGuard> InAddressee(string addressee) =>
        from guard in Shipped.Value.Where(g => g.Code is "private-firm" or "ex-parte")
        let words = Match(guard, Masked(addressee, []))
        where words is not null
        select new LetterGuard(guard.Code, GuardLevel.Reason, guard.Title, guard.Why) { Sentence = addressee, Words = words };

    private static string Masked(string sentence, IReadOnlyCollection<string> names) => names.Aggregate(
        sentence.Replace('’', '\''),
        (text, name) => Regex.Replace(text, $@"(?<!\w){Regex.Escape(name)}(?!\w)", new string('·', name.Length), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private static string? Match(Found guard, string text)
    {
        var harmless = guard.Harmless.Matches(text);
        return guard.Pattern.Matches(text).FirstOrDefault(m => !harmless.Any(h => h.Index <= m.Index && m.Index + m.Length <= h.Index + h.Length))?.Value;
    }

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text.ReplaceLineEndings("\n")).Select(s => s.Trim()).Where(s => s.Length > 0);

    private static List<Found> Read()
    {
        var data = SeedFile.Read<Data>("letter-guards.json");
        var harmless = AnyOf(data.Harmless);
        return [.. data.Guards.Select(g => new Found(g.Code, g.Title, g.Why, AnyOf(g.Patterns), harmless))];
    }

    // Word boundaries that also hold beside a period, as in "v."
    private static Regex AnyOf(IEnumerable<string> patterns) => new(
        $@"(?<!\w)(?:{string.Join('|', patterns.Select(One))})(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));

    private static string One(string pattern)
    {
        var words = Regex.Escape(pattern.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal);
        return pattern.EndsWith('*') ? words + @"\w*" : words;
    }

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n+")]
    private static partial Regex SentenceEnd();
}

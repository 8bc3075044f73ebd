using Portal.Domain.Knowledge;

namespace Portal.BackOffice.Kit;

/// <summary>What a glossary page shows: what was searched for, or a letter, or the way to both.</summary>
/// <param name="Here">The page's address.</param>
public sealed record GlossaryPage(string Here, string? Words, IReadOnlyList<GlossaryEntry> Entries)
{
    // More can't be read anyway; other words narrow it down.
    private const int Most = 100;

    /// <summary>The letter that was chosen; null when something was searched for.</summary>
    public string? Letter { get; private init; }

    /// <summary>Whether there's more than what's shown.</summary>
    public bool HasMore { get; private init; }

    /// <summary>The letters that entries begin with; digits together.</summary>
    public static IReadOnlyList<string> Letters { get; } = [.. Glossary.All.Select(LetterOf).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The page for what was typed, or for a letter; without either, it shows the letter A.</summary>
    public static GlossaryPage For(string here, string? words, string? letter, string language)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            var found = Glossary.Search(words, language);
            return new(here, words.Trim(), [.. found.Take(Most)]) { HasMore = found.Count > Most };
        }

        var chosen = Letters.FirstOrDefault(l => string.Equals(l, letter, StringComparison.OrdinalIgnoreCase)) ?? "A";
        return new(here, null, [.. Glossary.All.Where(e => LetterOf(e) == chosen)]) { Letter = chosen };
    }

    private static string LetterOf(GlossaryEntry entry) => char.IsLetter(entry.Short[0]) ? entry.Short[..1].ToUpperInvariant() : "0–9";
}

using System.Collections.Frozen;
using Portal.Domain.Districts;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Knowledge;

/// <summary>An acronym, a program, or a form, in plain words.</summary>
/// <param name="Short">How people write it, such as SSDI or I-130.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Text">What it is, in a sentence or two.</param>
/// <param name="AgencyCode">The agency it belongs to; null when it belongs to none.</param>
public sealed record GlossaryEntry(string Short, Bilingual Name, Bilingual Text, string? AgencyCode);

/// <summary>
/// What the words of federal agencies mean, for staff and constituents. It ships with Portal, a file for each agency, a line
/// for each entry: short form, full name in English and in Spanish, and the sentence in English and in Spanish.
/// </summary>
public static class Glossary
{
    private const string Files = "Seed/glossary-";
    private const string General = "GOV";
    private const string FormWord = "Form ";

    private static readonly Lazy<IReadOnlyList<GlossaryEntry>> Entries = new(() =>
        [.. typeof(Glossary).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Files, StringComparison.Ordinal)).SelectMany(Read)
            .OrderBy(e => e.Short, StringComparer.OrdinalIgnoreCase)]);

    private static readonly Lazy<FrozenDictionary<string, (string Text, GlossaryEntry Entry)[]>> ByFirstWord = new(() =>
        Entries.Value.Where(IsExplainedInText).SelectMany(Spellings).GroupBy(s => FirstWord(s.Text, 0))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(s => s.Text.Length).ToArray()));

    /// <summary>An entry that a text mentions, and where.</summary>
    public readonly record struct Mention(int Start, int Length, GlossaryEntry Entry);

    /// <summary>Every entry, by its short form.</summary>
    public static IReadOnlyList<GlossaryEntry> All => Entries.Value;

    /// <summary>The entries in whose short form, name, or sentence words begin with all of these, those that begin with them first; all when there are no words.</summary>
    public static IReadOnlyList<GlossaryEntry> Search(string? words, string language)
    {
        var wanted = PlainText.Fold(words);
        if (wanted.Length == 0)
            return All;
        var parts = wanted.Split(' ');
        return [.. All.Select(e => (Entry: e, Short: PlainText.Fold(e.Short), Text: PlainText.Fold($"{e.Short} {e.Name.In(language)} {e.Text.In(language)}").Replace("(", "", StringComparison.Ordinal)))
            .Where(e => parts.All(p => $" {e.Text}".Contains(" " + p, StringComparison.Ordinal)))
            .OrderBy(e => e.Short == wanted ? 0 : e.Short.StartsWith(wanted, StringComparison.Ordinal) ? 1 : 2).Select(e => e.Entry)];
    }

    /// <summary>What a text of ours mentions, in order.</summary>
    public static IEnumerable<Mention> MentionsIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]))
                continue;
            var first = FirstWord(text, at);
            if (StandsAlone(text, at) && ByFirstWord.Value.TryGetValue(first, out var candidates)
                && candidates.FirstOrDefault(c => string.CompareOrdinal(text, at, c.Text, 0, c.Text.Length) == 0 && Ends(text, at + c.Text.Length)) is { Entry: { } entry } found)
            {
                yield return new(at, found.Text.Length, entry);
                at += found.Text.Length - 1;
            }
            else
            {
                at += first.Length - 1;
            }
        }
    }

    // The code of a state is an address more often than an acronym; an agency's own name is the exception.
    private static bool IsExplainedInText(GlossaryEntry entry) => entry.Short == entry.AgencyCode || !UsState.TryParse(entry.Short, out _);

    private static IEnumerable<(string Text, GlossaryEntry Entry)> Spellings(GlossaryEntry entry) =>
        entry.Short.StartsWith(FormWord, StringComparison.Ordinal)
            ? new[] { "Form ", "form ", "Formulario ", "formulario " }.Select(word => (word + entry.Short[FormWord.Length..], entry))
            : [(entry.Short, entry)];

    private static string FirstWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[start..end];
    }

    // "SSA-3288" is one word, and so is "TRICARE-for-Life"; "S-DVI" doesn't mention "DVI".
    private static bool StandsAlone(string text, int start) => start == 0 || (text[start - 1] is not ('-' or '&' or '/' or '@' or '.') && !char.IsLetterOrDigit(text[start - 1]));

    private static bool Ends(string text, int end) =>
        end == text.Length || (!char.IsLetterOrDigit(text[end]) && !(text[end] is '-' or '.' or '&' or '@' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));

    private static IEnumerable<GlossaryEntry> Read(string resource)
    {
        var code = Path.GetFileNameWithoutExtension(resource)[(Files.Length - "Seed/".Length)..].ToUpperInvariant();
        return SeedFile.Read<string[][]>(resource["Seed/".Length..])
            .Select(row => new GlossaryEntry(row[0], new(row[1], row[2]), new(row[3], row[4]), code == General ? null : code));
    }
}

using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Cases;

/// <summary>
/// Makes the words of a name or a reference findable by how they begin, without storing them: each beginning is kept as a keyed
/// hash. Word order doesn't matter.
/// </summary>
public sealed class CaseWords(BlindIndex index)
{
    // More than any real name has. Keeps text pasted into the name field from flooding the index.
    private const int MostWords = 12;
    private const int Shortest = 2;
    private const int Longest = 12;

    /// <summary>The entries of a case.</summary>
    public IEnumerable<CaseIndexEntry> For(Guid caseId, string reference, string name) =>
        new[] { reference, name }.SelectMany(Split).SelectMany(Beginnings).Distinct()
            .Select(text => new CaseIndexEntry { Word = HashOf(text), CaseId = caseId });

    /// <summary>The entries a case must have to match what was typed; empty when that's too short to search for.</summary>
    public long[] Search(string typed) =>
        [.. Split(typed).Where(w => w.Length >= Shortest).Select(w => HashOf(Cut(w))).Distinct()];

    private static IEnumerable<string> Split(string text) =>
        PersonName.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    private static IEnumerable<string> Beginnings(string word) =>
        word.Length < Shortest ? [] : Enumerable.Range(Shortest, Math.Min(word.Length, Longest) - Shortest + 1).Select(length => word[..length]);

    private static string Cut(string word) => word.Length <= Longest ? word : word[..Longest];

    private long HashOf(string text) => index.Short("case word", text);
}

using Microsoft.EntityFrameworkCore;
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

    /// <summary>The newest cases that have all the words that were typed, in any order; none when that's too short to search for.</summary>
    public async Task<List<Guid>> NewestAsync(PortalDb db, string typed, int most, CancellationToken cancellation)
    {
        if (Search(typed) is not [var first, .. var others])
            return [];
        var entries = db.Set<CaseIndexEntry>();
        var having = entries.Where(e => e.Word == first);
        foreach (var other in others)
            having = having.Where(e => entries.Any(o => o.Word == other && o.CaseId == e.CaseId));
        return await having.Select(e => e.CaseId).OrderByDescending(id => id).Take(most).ToListAsync(cancellation);
    }

    private static IEnumerable<string> Split(string text) =>
        PersonName.Normalize(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    private static IEnumerable<string> Beginnings(string word) =>
        word.Length < Shortest ? [] : Enumerable.Range(Shortest, Math.Min(word.Length, Longest) - Shortest + 1).Select(length => word[..length]);

    private static string Cut(string word) => word.Length <= Longest ? word : word[..Longest];

    private long HashOf(string text) => index.Short("case word", text);
}

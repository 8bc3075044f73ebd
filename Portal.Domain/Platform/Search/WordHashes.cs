using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Platform.Search;

/// <summary>
/// Words as the index stores them: keyed hashes, which tell nothing without the master key. A word, how a word begins, and a piece of a
/// phone number each have their own hashes. A plural is found by its singular.
/// </summary>
public sealed class WordHashes(BlindIndex index)
{
    private const int ShortestBeginning = 2;
    private const int LongestBeginning = 12;
    private const int FewestDigits = 4;
    private const int MostDigits = 15;

    // Nobody finds anything by these, and nearly every text has them.
    private static readonly HashSet<string> SmallWords =
    [
        .. ("a an and are as at be been but by can did do for from had has have he her his i if in is it its me my no not of on or our she so than that the "
            + "their them then there they this to us was we were what when which who will with would you your "
            + "al con de del el ella en es esta este ha han la las le les lo los me mi mis muy no nos o para pero por que se si sin su sus te un una y ya yo").Split(' '),
    ];

    /// <summary>The words of a text, in order.</summary>
    public IReadOnlyList<string> Of(string text) => [.. Words(TextFeatures.WordsAsTyped(text)).Select(w => Hash("search word", w))];

    /// <summary>The numbers of forms in a text, each as one word.</summary>
    public IReadOnlyList<string> FormsOf(string text) =>
        [.. Words(TextFeatures.Words(text).Except(TextFeatures.WordsAsTyped(text))).Select(w => Hash("search word", w))];

    /// <summary>The ways the words of a name, an address, or a reference begin.</summary>
    public IReadOnlyList<string> BeginningsOf(string text) =>
    [
        .. TextFeatures.WordsAsTyped(text).SelectMany(w => Enumerable.Range(ShortestBeginning, Math.Max(0, Math.Min(w.Length, LongestBeginning) - ShortestBeginning + 1)).Select(n => w[..n]))
            .Distinct().Select(w => Hash("search beginning", w)),
    ];

    /// <summary>Every piece of four digits or more of a phone number.</summary>
    public IReadOnlyList<string> PiecesOf(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit).Take(MostDigits));
        return
        [
            .. Enumerable.Range(0, digits.Length).SelectMany(start => Enumerable.Range(FewestDigits, Math.Max(0, digits.Length - start - FewestDigits + 1)).Select(n => digits.Substring(start, n)))
                .Distinct().Select(d => Hash("search digits", d)),
        ];
    }

    /// <summary>
    /// What the index is asked for: for each part of what was typed, what is enough. Text in quotation marks is one part and found as it
    /// stands; every other word is a part of its own, which a name may only begin with. A number is one part, however it's spaced.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Ask(string typed) =>
        [.. TypedParts.Of(typed).Select(Enough).Where(p => p.Count > 0)];

    private List<IReadOnlyList<string>> Enough(TypedPart part)
    {
        List<IReadOnlyList<string>> enough = Of(part.Text) is { Count: > 0 } words ? [words] : [];
        if (part.IsPhrase || TextFeatures.Words(part.Text) is not [var word])
            return enough;
        enough.Add([Hash("search word", Singular(word))]);
        if (word.Length >= ShortestBeginning)
            enough.Add([Hash("search beginning", word.Length <= LongestBeginning ? word : word[..LongestBeginning])]);
        if (word.Length is >= FewestDigits and <= MostDigits && word.All(char.IsAsciiDigit))
            enough.Add([Hash("search digits", word)]);
        return enough;
    }

    /// <summary>Words as they're compared, without those no one searches for.</summary>
    internal static IEnumerable<string> Words(IEnumerable<string> words) => words.Where(w => !SmallWords.Contains(w)).Select(Singular);

    /// <summary>The word without a plural's s.</summary>
    internal static string Singular(string word) => word.Length > 4 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;

    // Forty bits as letters: shorter than any other form that both databases take as one word.
    private string Hash(string purpose, string word)
    {
        var bits = (ulong)index.Short(purpose, word);
        return string.Create(8, bits, static (letters, value) =>
        {
            for (var i = 0; i < letters.Length; i++, value >>= 5)
                letters[i] = "abcdefghijklmnopqrstuvwxyz234567"[(int)(value & 31)];
        });
    }
}

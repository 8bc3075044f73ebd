using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Platform.Text;

/// <summary>
/// What two texts are compared by: their words, runs of words, and pieces of words, each as a number. Pieces of words make
/// "pasport" resemble "passport". Accents, case, and punctuation don't count, and a form's number is one word however it's typed.
/// </summary>
public static partial class TextFeatures
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;

    /// <summary>The words of a text as compared, such as "form", "i130".</summary>
    public static string[] Words(string text) => FormNumber().Replace(Folded(text), "$1$2$3").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a text, where a form's number is as many words as it was typed.</summary>
    public static string[] WordsAsTyped(string text) => Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in PlainText.Fold(text.Replace(',', ' ').Replace('.', ' ')))
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return folded.ToString();
    }

    /// <summary>Runs of one to <paramref name="longest"/> words.</summary>
    public static IEnumerable<uint> Runs(string[] words, int longest)
    {
        for (var start = 0; start < words.Length; start++)
        {
            var hash = Begin;
            for (var end = start; end < Math.Min(words.Length, start + longest); end++)
                yield return hash = Add(hash, words[end] + " ");
        }
    }

    /// <summary>Pieces of three to five letters within each word, its ends included.</summary>
    public static IEnumerable<uint> Pieces(string[] words)
    {
        foreach (var word in words)
        {
            var padded = $" {word} ";
            for (var length = ShortestPiece; length <= LongestPiece; length++)
                for (var start = 0; start + length <= padded.Length; start++)
                    yield return Add(Begin + (uint)length, padded.AsSpan(start, length));
        }
    }

    // FNV-1a: the same number for the same text on every machine.
    private const uint Begin = 2166136261;

    private static uint Add(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }

    // "i 130", "dd 214", "cp 2000 a": letters, then the number, then perhaps a letter.
    [GeneratedRegex(@"\b([a-z]{1,4}) (\d{2,5})\b(?: ([a-z])\b)?")]
    private static partial Regex FormNumber();
}

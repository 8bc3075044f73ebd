using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Domain.Platform.Text;

/// <summary>
/// Counts text as people do: a line break is one character, and so is an emoji or a letter with its accents, however it's
/// encoded. <c>character-count.js</c> counts the same.
/// </summary>
public static class TextLength
{
    /// <summary>
    /// Longest encoding, in UTF-16 units, that counts as one character; the longest emoji in use has 15. Without it, marks
    /// piled on one letter would make room for any amount of text.
    /// </summary>
    public const int LongestCharacter = 32;

    // The sign that joins two consonants, in each of the Indic scripts that have the rule; a script is one block.
    private const string Joiners = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d";
    private const int Block = 0xff80;

    /// <summary>The number of characters.</summary>
    public static int Of(string? text)
    {
        var rest = text.AsSpan();
        var count = 0;
        while (rest.Length > 0)
        {
            var length = ElementLength(rest);
            count += (length + LongestCharacter - 1) / LongestCharacter;
            rest = rest[length..];
        }

        return count;
    }

    // Browsers take consonants that are joined into one sign as one (Unicode 15.1, rule GB9c); .NET doesn't yet.
    private static int ElementLength(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        while (length < text.Length && text[..length].TrimEnd('\u200d') is [.., var last] && Joiners.Contains(last)
            && char.GetUnicodeCategory(text[length]) == UnicodeCategory.OtherLetter && (text[length] & Block) == (last & Block))
            length += StringInfo.GetNextTextElementLength(text[length..]);
        return length;
    }

    /// <summary>Whether there is a text, and it's no longer than that.</summary>
    public static bool Fits([NotNullWhen(true)] string? text, int most) => !string.IsNullOrWhiteSpace(text) && Of(text) <= most;
}

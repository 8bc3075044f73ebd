using System.Globalization;
using System.Text;

namespace Portal.Domain.Paper.Fonts;

/// <summary>Makes any string people may type safe to lay out.</summary>
internal static class PrintableText
{
    /// <summary>
    /// The text with composed characters, spaces for tabs, and lines ended by \n, without control characters or invisible
    /// characters that could reorder or hide words on a signed page.
    /// </summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var character in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (character.Value is '\n')
                clean.Append('\n');
            else if (character.Value is '\t')
                clean.Append(' ');
            else if (Rune.GetUnicodeCategory(character) is UnicodeCategory.OtherNotAssigned)
                clean.Append(Rune.ReplacementChar);
            else if (!IsInvisible(character))
                clean.Append(character);
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
        || character.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}

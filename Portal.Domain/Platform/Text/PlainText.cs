using System.Globalization;
using System.Text;

namespace Portal.Domain.Platform.Text;

/// <summary>
/// How typed text is read wherever it's checked, stored, sent, matched, or searched for, so that all of them agree. What people
/// paste from phones and address books holds marks no one sees, wide letters, and every kind of dash.
/// </summary>
public static class PlainText
{
    // Letters that Unicode doesn't split into a plain letter and a mark.
    private static readonly Dictionary<char, string> PlainLetters =
        "łl øo đd ðd ħh ŧt ıi ŀl ƀb ɨi ɇe ßss æae œoe þth ŋn ĸk ƒf ɓb ɗd ƙk ƴy".Split(' ').ToDictionary(p => p[0], p => p[1..]);

    /// <summary>One line as it was meant: without invisible marks, wide letters made narrow, every space plain and single.</summary>
    public static string Line(string? text)
    {
        var line = new StringBuilder(text?.Length ?? 0);
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormC))
        {
            if (IsInvisible(c))
                continue;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                line.Append(Narrow(c));
            else if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Several lines as they're kept and compared: every line end the same, and nothing blank around them.</summary>
    public static string Lines(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    /// <summary><see cref="Line"/> with every dash as a hyphen, for numbers, codes, and references.</summary>
    public static string Code(string? text) => string.Concat(Line(text).Select(c => IsDash(c) ? '-' : c));

    /// <summary>
    /// The text for comparing and searching: upper case, without accents, strokes, apostrophes, and punctuation within words, and with
    /// single spaces between them. It's never stored or shown.
    /// </summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder(text?.Length ?? 0);
        foreach (var c in Line(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || IsApostrophe(c) || c is '.' or ',')
                continue;
            if (IsDash(c) || char.IsWhiteSpace(c))
                folded.Append(' ');
            else if (PlainLetters.TryGetValue(char.ToLowerInvariant(c), out var plain))
                folded.Append(plain.ToUpperInvariant());
            else
                folded.Append(char.ToUpperInvariant(c));
        }

        return string.Join(' ', folded.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a character shows nothing and means nothing, such as a zero-width space or a direction mark.</summary>
    public static bool IsInvisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.PrivateUse
        || c is '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u3164' or '\uFFA0' or (>= '\uFE00' and <= '\uFE0F');

    private static bool IsDash(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c is '\u2212' or '\u02D7' or '\u00AD';

    private static bool IsApostrophe(char c) =>
        c is '\'' or '`' or '\u00B4' or '\u2018' or '\u2019' or '\u201B' or '\u2032' or '\u02BB' or '\u02BC' or '\u02BD' or '\u02BE' or '\u02BF'
            or '\u02B9' or '\u02C8' or '\u02CA' or '\u02CB' or '\u05F3' or '\uA78B' or '\uA78C' or '\u0060';

    // The wide forms of ASCII, as keyboards for Chinese, Japanese, and Korean type them.
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}

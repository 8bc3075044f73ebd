using System.Globalization;
using System.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Makes an uploaded file's name safe to store and show, in any script.</summary>
public static class SafeFileName
{
    /// <summary>The longest result, in UTF-8 bytes. File systems stop at 255, and a prefix may be added.</summary>
    public const int MaxBytes = 180;

    private const string Fallback = "document";
    private const string NotAllowed = "<>:\"|?*";

    private static readonly char[] Edges = [' ', '.', '\u200C', '\u200D'];

    // Zero-width joiner and non-joiner: Persian and Indic names are misspelled without them.
    private static readonly Rune[] Joiners = [new(0x200C), new(0x200D)];

    /// <summary>The name without path, control characters, or direction characters, at most <see cref="MaxBytes"/> long; never empty.</summary>
    public static string Of(string? claimed)
    {
        var kept = new StringBuilder();
        foreach (var rune in Last(claimed ?? "").EnumerateRunes())
        {
            if (!IsInvisible(rune))
                kept.Append(NotAllowed.Contains(rune.ToString()[0]) && rune.IsAscii ? "_" : Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        var name = kept.ToString().Normalize(NormalizationForm.FormC).Trim(Edges);
        var extension = Path.GetExtension(name);
        if (Encoding.UTF8.GetByteCount(extension) > 16)
            extension = "";
        var stem = Cut(name[..^extension.Length], MaxBytes - Encoding.UTF8.GetByteCount(extension)).TrimEnd(Edges);
        return stem.Length == 0 ? Fallback + extension : IsDevice(stem) ? "_" + stem + extension : stem + extension;
    }

    /// <summary>The safe name's extension, in lowercase with its dot; empty if there's none.</summary>
    public static string ExtensionOf(string? claimed) => Path.GetExtension(Of(claimed)).ToLowerInvariant();

    private static string Last(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static bool IsInvisible(Rune rune) =>
        !Joiners.Contains(rune) && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Cut(string text, int maxBytes)
    {
        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if ((bytes += rune.Utf8SequenceLength) > maxBytes)
                break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    // Windows opens a device for these, whatever the extension.
    private static bool IsDevice(string stem) => stem.Split('.')[0].Trim().ToUpperInvariant() is var s
        && (s is "CON" or "PRN" or "AUX" or "NUL"
            || (s.Length == 4 && (s.StartsWith("COM", StringComparison.Ordinal) || s.StartsWith("LPT", StringComparison.Ordinal)) && char.IsAsciiDigit(s[3])));
}

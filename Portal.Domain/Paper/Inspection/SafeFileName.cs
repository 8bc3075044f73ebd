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

    // Anything else behind the last dot may be part of the name: "Letter from Dr. Smith".
    private static readonly HashSet<string> Misleading =
    [
        .. Enum.GetValues<FileKind>().SelectMany(kind => kind.Endings()),
        .. ".exe .com .scr .bat .cmd .js .vbs .html .htm .svg .xml .txt .doc .docx .xls .xlsx .rtf .odt .zip .tmp .bin .dat .download .part".Split(' '),
    ];

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

    /// <summary>The safe name with the ending of what the file is. A wrong ending is replaced; a tail behind the right one is cut.</summary>
    public static string For(string? claimed, FileKind kind)
    {
        var name = Of(claimed);
        while (!HasEndingOf(kind, name) && Misleading.Contains(Path.GetExtension(name).ToLowerInvariant()))
            name = Path.GetFileNameWithoutExtension(name).TrimEnd(Edges);
        return name.Length > 0 && HasEndingOf(kind, name) ? name : Of((name.Length == 0 ? Fallback : name) + kind.Endings()[0]);
    }

    /// <summary>The safe name's extension, in lowercase with its dot; empty if there's none.</summary>
    public static string ExtensionOf(string? claimed) => Path.GetExtension(Of(claimed)).ToLowerInvariant();

    private static bool HasEndingOf(FileKind kind, string name) =>
        kind.Endings().Contains(Path.GetExtension(name).ToLowerInvariant()) && Path.GetFileNameWithoutExtension(name).Length > 0;

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

using System.Collections.Concurrent;
using System.Text;

namespace Portal.Domain.Paper.Fonts;

/// <summary>
/// Finds a font for a character that Public Sans lacks, first among those that came with the program. Nothing is read before the first
/// such character. Results, including "none", are cached for the life of the process.
/// </summary>
internal sealed class FallbackFonts(IReadOnlyList<string> folders)
{
    // These are looked at last, because they are large. Most Chinese characters are in all of them.
    // Simplified Chinese comes first: it has nearly all that the others have, and a name should be in one font.
    private static readonly string[] Large = ["NotoSansSC", "NotoSansTC", "NotoSansJP", "NotoSansKR"];

    private readonly ConcurrentDictionary<(int Character, bool Bold), FontFace?> _answers = new();
    private readonly ConcurrentDictionary<string, FontFace?> _read = new();
    private readonly Lazy<string[]> _files = new(() => [.. folders.SelectMany(Files).Order(StringComparer.Ordinal)]);

    /// <summary>Where the machine keeps its fonts.</summary>
    public static IReadOnlyList<string> Installed { get; } =
        ["/usr/share/fonts", "/usr/local/share/fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts)];

    public FontFace? For(Rune character, FontStyle style) =>
        _answers.GetOrAdd((character.Value, style == FontStyle.Bold), Search);

    private FontFace? Search((int Character, bool Bold) wanted) => _files.Value
        .OrderBy(file => file.StartsWith(folders[0], StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(file => Array.FindIndex(Large, name => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal)))
        .ThenBy(file => Preference(Path.GetFileNameWithoutExtension(file), wanted.Bold))
        .Select(file => _read.GetOrAdd(file, FontFace.TryRead))
        .FirstOrDefault(face => face?.Has(new Rune(wanted.Character)) == true);

    /// <summary>Upright sans-serif fonts come first, because a serif, condensed, or monospaced word in a form looks like a mistake.</summary>
    private static int Preference(string name, bool bold) =>
        (name.Contains("Bold", StringComparison.OrdinalIgnoreCase) == bold ? 0 : 1)
        + (name.Contains("Sans", StringComparison.OrdinalIgnoreCase) ? 0 : 2)
        + (name.StartsWith("DejaVuSans", StringComparison.Ordinal) ? 0 : 4)
        + (Unusual.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 8 : 0);

    private static readonly string[] Unusual = ["Mono", "Condensed", "Light", "Oblique", "Italic", "Black", "Thin", "Math"];

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.ttf", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 6,
            IgnoreInaccessible = true,
        })
        : [];
}

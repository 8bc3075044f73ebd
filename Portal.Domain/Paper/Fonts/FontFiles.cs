using System.Text;

namespace Portal.Domain.Paper.Fonts;

/// <summary>The three Public Sans files used in every document, the fonts that came with the program for other scripts, and then the machine's.</summary>
public sealed class FontFiles
{
    private readonly FontFace[] _faces;

    /// <param name="folder">The folder with PublicSans-Regular.ttf, -Bold.ttf, and -Italic.ttf.</param>
    /// <exception cref="FileNotFoundException">One of them is missing or isn't a TrueType font.</exception>
    public FontFiles(string folder)
        : this(folder, FallbackFonts.Installed)
    {
    }

    /// <param name="folder">The folder with the fonts that came with the program.</param>
    /// <param name="machine">The machine's folders with fonts; none for a machine without any.</param>
    public FontFiles(string folder, IReadOnlyList<string> machine)
    {
        _faces = [Read(folder, "Regular"), Read(folder, "Bold"), Read(folder, "Italic")];
        Fallback = new([folder, .. machine]);
    }

    internal FallbackFonts Fallback { get; }

    /// <summary>Whether every character can be printed. Those that can't appear as a box.</summary>
    public bool CanPrint(string text) =>
        text.EnumerateRunes().All(r =>
            Rune.IsWhiteSpace(r) || Rune.IsControl(r) || this[FontStyle.Regular].Has(r) || Fallback.For(r, FontStyle.Regular) is not null);

    /// <summary>Looks in <c>fonts/</c> next to the executable, then upwards for the front-end packages of a clone.</summary>
    /// <exception cref="DirectoryNotFoundException">The fonts weren't found. The message says where it looked.</exception>
    public static FontFiles Locate()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "fonts");
        var found = HoldsFonts(beside) ? beside : AboveWithPackages();
        return found is null
            ? throw new DirectoryNotFoundException(
                $"Public Sans was found neither in {beside} nor in Portal.Web/node_modules above it. Build the site, or copy PublicSans-*.ttf there.")
            : new FontFiles(found);
    }

    internal FontFace this[FontStyle style] => _faces[(int)style];

    private static string? AboveWithPackages()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "Portal.Web", "node_modules", "@uswds", "uswds", "dist", "fonts", "public-sans");
            if (HoldsFonts(folder))
                return folder;
        }

        return null;
    }

    private static bool HoldsFonts(string folder) => File.Exists(Path.Combine(folder, "PublicSans-Regular.ttf"));

    private static FontFace Read(string folder, string style)
    {
        var path = Path.GetFullPath(Path.Combine(folder, $"PublicSans-{style}.ttf"));
        return FontFace.TryRead(path) ?? throw new FileNotFoundException("This font is needed to print papers.", path);
    }
}

internal enum FontStyle
{
    Regular,
    Bold,
    Italic,
}

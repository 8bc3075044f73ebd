using PdfSharp.Fonts;
using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper;

/// <summary>Settles what PDFsharp keeps per process: where it reads fonts.</summary>
internal static class PdfLibrary
{
    static PdfLibrary()
    {
        GlobalFontSettings.FontResolver ??= new FilesByPath();
    }

    /// <summary>To be called before the first use of PDFsharp; costs nothing afterwards.</summary>
    public static void Prepare()
    {
    }

    /// <summary>The family name of a font is the path of its file, so that the library needs no second list of fonts.</summary>
    private sealed class FilesByPath : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName);

        public byte[] GetFont(string faceName) => FlatGlyphs.In(File.ReadAllBytes(faceName));
    }
}

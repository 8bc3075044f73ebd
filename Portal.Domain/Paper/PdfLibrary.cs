using PdfSharp.Fonts;
using Portal.Domain.Paper.Fonts;

namespace Portal.Domain.Paper;

/// <summary>Configures PDFsharp's process-wide setting: where it reads fonts.</summary>
internal static class PdfLibrary
{
    static PdfLibrary()
    {
        GlobalFontSettings.FontResolver ??= new FilesByPath();
    }

    /// <summary>Must be called before the first use of PDFsharp. Later calls cost nothing.</summary>
    public static void Prepare()
    {
    }

    /// <summary>Uses a font's file path as its family name, so that the library needs no separate list of fonts.</summary>
    private sealed class FilesByPath : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName);

        public byte[] GetFont(string faceName) => FlatGlyphs.In(File.ReadAllBytes(faceName));
    }
}

using Portal.Domain.Paper.Inspection;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Portal.Domain.Paper.Reading;

/// <summary>Reads the text of a PDF with PdfPig (ADR 26), for people to read beside it. A scan has none.</summary>
public static class PdfText
{
    private const int MostPages = 40;
    private const int MostCharacters = 60_000;

    /// <summary>The text, page by page; empty when there is none or the file can't be read. Accepts any bytes.</summary>
    public static string Of(byte[] pdf) => PdfTraps.AreIn(pdf) ? "" : LargeStack.Run(() => Read(pdf), LargeStack.UsualLimit) ?? "";

    private static string Read(byte[] pdf)
    {
        try
        {
            using var document = PdfDocument.Open(pdf, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var pages = document.GetPages().Take(MostPages).Select(p => ContentOrderTextExtractor.GetText(p, addDoubleNewline: true).Trim());
            var text = string.Join("\n\n", pages).Trim();
            return text.Length <= MostCharacters ? text : text[..MostCharacters];
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // PdfPig throws many kinds of exceptions for files that aren't as they should be.
            return "";
        }
    }
}

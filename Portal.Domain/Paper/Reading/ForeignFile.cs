using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Reading;

/// <summary>Opens third-party PDFs after checking for what would hang PDFsharp or crash the process (ADR 0026).</summary>
internal static class ForeignFile
{
    // PDFsharp never stops reading an unclosed hexadecimal string. This closes it after the end of the file.
    private static readonly byte[] End = [.. "\n>>"u8];

    /// <summary>
    /// The result of <paramref name="work"/> on the document; null when it takes too long, needs a password, or can't be read.
    /// Accepts any bytes.
    /// </summary>
    public static T? Read<T>(byte[] file, Func<PdfDocument, T?> work)
        where T : class => LargeStack.Run(() =>
        {
            try
            {
                using var document = Open(file);
                return work(document);
            }
            catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
            {
                // PDFsharp lets exceptions from its lists and casts through.
                return null;
            }
        }, LargeStack.UsualLimit);

    /// <summary>Must be called on a <see cref="LargeStack"/>.</summary>
    /// <exception cref="InvalidDataException">It needs a password, has no pages, or would trap the reader; PDFsharp throws others.</exception>
    public static PdfDocument Open(byte[] file)
    {
        PdfLibrary.Prepare();
        if (FileSignature.KindOf(file) != FileKind.Pdf || PdfStructure.IsEncrypted(file) || PdfTraps.AreIn(file) || CountPages(file) == 0)
            throw new InvalidDataException("This PDF cannot be read safely.");
        return Open(file, PdfDocumentOpenMode.Modify);
    }

    // In import mode, PDFsharp doesn't walk the page tree.
    private static int CountPages(byte[] file)
    {
        using var document = Open(file, PdfDocumentOpenMode.Import);
        return PageTree.Count(document);
    }

    private static PdfDocument Open(byte[] file, PdfDocumentOpenMode mode) => PdfReader.Open(new MemoryStream([.. file, .. End], writable: false), mode);
}

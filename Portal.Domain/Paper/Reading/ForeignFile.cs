using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Reading;

/// <summary>Opens PDFs that somebody else made, after looking for what would keep PDFsharp busy for ever or end the process (ADR 0026).</summary>
internal static class ForeignFile
{
    // PDFsharp reads on for ever in a text of hexadecimal digits that is never closed: here it is closed, behind everything.
    private static readonly byte[] End = [.. "\n>>"u8];

    /// <summary>
    /// What <paramref name="work"/> makes of the document; null when that takes too long, or when the file needs a password or
    /// cannot be read. Takes any bytes.
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
                // PDFsharp throws what its lists and casts throw.
                return null;
            }
        }, LargeStack.UsualLimit);

    /// <summary>To be called on a <see cref="LargeStack"/>.</summary>
    /// <exception cref="InvalidDataException">It needs a password, has no pages, or would trap the reader; PDFsharp throws others.</exception>
    public static PdfDocument Open(byte[] file)
    {
        PdfLibrary.Prepare();
        if (FileSignature.KindOf(file) != FileKind.Pdf || PdfStructure.IsEncrypted(file) || PdfTraps.AreIn(file) || CountPages(file) == 0)
            throw new InvalidDataException("This PDF cannot be read safely.");
        return Open(file, PdfDocumentOpenMode.Modify);
    }

    // To import is the mode in which PDFsharp does not follow the tree of the pages.
    private static int CountPages(byte[] file)
    {
        using var document = Open(file, PdfDocumentOpenMode.Import);
        return PageTree.Count(document);
    }

    private static PdfDocument Open(byte[] file, PdfDocumentOpenMode mode) => PdfReader.Open(new MemoryStream([.. file, .. End], writable: false), mode);
}

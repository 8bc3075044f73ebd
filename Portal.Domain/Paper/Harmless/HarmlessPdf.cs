using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper.Harmless;

/// <summary>
/// Makes a PDF that shows the same pages and can do nothing else: a new document into which only what is allowed is copied
/// (<see cref="AllowedParts"/>). What was filled in and drawn on the pages becomes part of them. A password that only restricts
/// printing or copying doesn't matter.
/// </summary>
internal sealed class HarmlessPdf(FontFiles fonts)
{
    // PDFsharp never stops reading an unclosed hexadecimal string. This closes it after the end of the file.
    private static readonly byte[] End = [.. "\n>>"u8];

    /// <summary>
    /// Makes the copy. Accepts any bytes, but a file that <see cref="PdfTraps"/> can't vouch for belongs in a process of its own.
    /// </summary>
    public CopyVerdict Make(byte[] file) => Try(file, source => Rebuilt(source, target => FlatFields.Make(target, fonts)));

    /// <summary>A form that keeps its fields, to be filled in by us, and nothing else that acts.</summary>
    public static CopyVerdict Form(byte[] file) => Try(file, source => Rebuilt(source, _ => { }));

    private static CopyVerdict Try(byte[] file, Func<PdfDocument, CopyVerdict> make)
    {
        try
        {
            return LargeStack.Run(() =>
            {
                using var source = Open(file);
                return make(source);
            }, LargeStack.UsualLimit) ?? new CopyVerdict.Refused(Refusals.Broken);
        }
        catch (PdfReaderException unreadable) when (NeedsPassword(unreadable, file))
        {
            return new CopyVerdict.Refused(Refusals.Locked);
        }
        catch (NotImplementedException)
        {
            // PDFsharp's answer to a stream whose bytes are in a file of their own.
            return new CopyVerdict.Refused(Refusals.Elsewhere);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // PDFsharp lets exceptions from its lists and casts through.
            return new CopyVerdict.Refused(Refusals.Broken);
        }
    }

    private static CopyVerdict Rebuilt(PdfDocument source, Action<PdfDocument> finish)
    {
        if (PdfActivity.IsDynamicForm(source))
            return new CopyVerdict.Refused(Refusals.Dynamic);
        if (PdfActivity.IsPortfolio(source))
            return new CopyVerdict.Refused(Refusals.Portfolio);
        var pages = SourcePages.In(source);
        if (pages.Count == 0)
            return new CopyVerdict.Refused(Refusals.Broken);
        if (pages.Count > SourcePages.Most)
            return new CopyVerdict.Refused(Refusals.OverPages(SourcePages.Most));
        using var target = new PdfDocument();
        new PdfRebuilding(source, target).Run(pages);
        finish(target);
        var copy = Saved(target);
        return copy.Length > HarmlessCopy.MaxBytes
            ? new CopyVerdict.Refused(Refusals.OverSize(FileLimits.Default.MaxBytes))
            : new CopyVerdict.Made(new(copy, FileKind.Pdf) { LeavesOut = PdfActivity.HasAttachments(source, pages) });
    }

    // To change a document whose password only restricts, PDFsharp asks for the owner's. To read from it, the empty one is enough.
    private static PdfDocument Open(byte[] file)
    {
        PdfLibrary.Prepare();
        return PdfReader.Open(new MemoryStream([.. PdfStructure.FromHeader(file), .. End], writable: false), PdfDocumentOpenMode.Import);
    }

    private static byte[] Saved(PdfDocument document)
    {
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return FileFinish.Apply(file.ToArray(), metadata: null);
    }

    private static bool NeedsPassword(PdfReaderException unreadable, byte[] file) =>
        PdfStructure.IsEncrypted(file) && unreadable.Message.Contains("password", StringComparison.OrdinalIgnoreCase);
}

using PdfSharp.Pdf;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Layout;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper;

/// <summary>
/// Prints documents as PDF 1.7 on US Letter, with embedded fonts, tags, language, title, and PDF/UA-1 identifier.
/// </summary>
/// <remarks>
/// Missing for full PDF/UA: passages in another language aren't marked, footers are artifacts without a subtype, and the box
/// drawn for a character no font has doesn't tell a screen reader which character it is. Arabic letters are joined and
/// right-to-left names are reordered. Other scripts whose letters join or stack (Devanagari, Khmer) are drawn letter by
/// letter.
/// </remarks>
public sealed class PaperPrinter(FontFiles fonts)
{
    /// <summary>Prints the document. The same document gives the same bytes. Accepts any text: it never throws because of what someone typed.</summary>
    public byte[] Print(PaperDocument paper)
    {
        using var document = Compose(paper);
        return Finish(document, paper);
    }

    internal PdfDocument Compose(PaperDocument paper) => WithRoomFor(paper, () => Draw(paper));

    internal static byte[] Finish(PdfDocument document, PaperDocument? paper) => WithRoomFor(paper, () =>
    {
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return FileFinish.Apply(file.ToArray(), paper is null ? null : PaperMetadata.Of(paper, document.Info.Producer));
    });

    /// <summary>Imported pages are copied and written recursively, so this needs a large stack too.</summary>
    private static T WithRoomFor<T>(PaperDocument? paper, Func<T> work)
        where T : class => paper?.Blocks.Any(block => block is PdfPages) == true ? LargeStack.Run(work, Timeout.InfiniteTimeSpan)! : work();

    private PdfDocument Draw(PaperDocument paper)
    {
        PdfLibrary.Prepare();
        var document = new PdfDocument();
        document.Info.Title = PrintableText.Clean(paper.Title);
        document.Info.CreationDate = paper.IssuedAt;
        var painter = new PaperPainter(document);
        document.Internals.Catalog.Language = paper.Language;
        painter.Paint(PaperLayout.Pages(paper, fonts));
        return document;
    }
}

using PdfSharp.Pdf;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Layout;
using Portal.Domain.Paper.Reading;

namespace Portal.Domain.Paper;

/// <summary>
/// Prints papers as PDF 1.7 on US Letter: fonts embedded, tagged, language and title set, PDF/UA-1 identifier.
/// </summary>
/// <remarks>
/// Not there for full PDF/UA: pieces in another language are not marked as such, footers are artifacts without
/// a subtype, and the box drawn for a character no font has does not tell a screen reader what it stands for.
/// Arabic is joined and right-to-left names are put in order; other scripts whose letters join or stack (Devanagari,
/// Khmer…) are drawn letter by letter, and scripts no installed font has (Chinese on a bare server) as boxes.
/// </remarks>
public sealed class PaperPrinter(FontFiles fonts)
{
    /// <summary>The same paper gives the same bytes. Prints any text: never throws because of what somebody typed.</summary>
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

    /// <summary>What came from elsewhere is copied and written by recursion too.</summary>
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

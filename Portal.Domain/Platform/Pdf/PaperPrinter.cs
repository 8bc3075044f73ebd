using PdfSharp.Pdf;
using Portal.Domain.Platform.Pdf.Drawing;
using Portal.Domain.Platform.Pdf.Fonts;
using Portal.Domain.Platform.Pdf.Layout;

namespace Portal.Domain.Platform.Pdf;

/// <summary>
/// Prints papers as PDF 1.7 on US Letter, fonts embedded, tagged for screen readers.
/// </summary>
public sealed class PaperPrinter(FontFiles fonts)
{
    public byte[] Print(Paper paper)
    {
        using var document = Compose(paper);
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    }

    internal PdfDocument Compose(Paper paper)
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

using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using Portal.Domain.Paper.Layout;

namespace Portal.Domain.Paper.Drawing;

/// <summary>Draws marks on the pages of a PDFsharp document.</summary>
internal sealed class PaperPainter(PdfDocument document)
{
    private static readonly XPdfFontOptions Unicode = new(PdfFontEncoding.Unicode);
    private readonly StructureWriter _structure = new(UAManager.ForDocument(document));
    private readonly Dictionary<(string Path, double Size), XFont> _fonts = [];
    private readonly Dictionary<ForeignPdf, XPdfForm> _foreign = [];

    public void Paint(IReadOnlyList<PaperPage> pages)
    {
        XGraphics? last = null;
        foreach (var sheet in pages)
        {
            // Adding a page closes elements on the old page that continue on the new one, so the old canvas is disposed only afterwards.
            var page = document.AddPage();
            last?.Dispose();
            page.Width = XUnit.FromPoint(sheet.Width);
            page.Height = XUnit.FromPoint(sheet.Height);
            var canvas = last = XGraphics.FromPdfPage(page);
            foreach (var mark in sheet.Marks)
                Paint(canvas, mark);
        }

        _structure.Close();
        last?.Dispose();
    }

    private void Paint(XGraphics canvas, Mark mark)
    {
        switch (mark)
        {
            case TextMark text:
                _structure.Draw(text.Tag, true, default, () =>
                    canvas.DrawString(text.Run.Text, FontOf(text), Brush(text.Style.Ink), text.X, text.Baseline));
                break;
            case LineMark line:
                _structure.Draw(null, false, default, () =>
                    canvas.DrawLine(new XPen(Color(line.Ink), line.Thickness), line.X1, line.Y, line.X2, line.Y));
                break;
            case CodeMark code:
                _structure.Draw(code.Tag, false, new XRect(code.X, Sheet.Height - code.Y - code.Size, code.Size, code.Size), () => PaintCode(canvas, code));
                break;
            case ImageMark image:
                _structure.Draw(image.Tag, false, new XRect(image.X, Sheet.Height - image.Y - image.Height, image.Width, image.Height), () =>
                {
                    using var picture = PngImage.Open(image.Image);
                    TurnedImage.Draw(canvas, picture, image.Turn, new XRect(image.X, image.Y, image.Width, image.Height));
                });
                break;
            case PageMark foreign:
                var (width, height) = foreign.Pdf.Pages[foreign.Index];
                _structure.Draw(foreign.Tag, false, new XRect(0, 0, width, height), () => canvas.DrawImage(FormOf(foreign), 0, 0, width, height));
                break;
        }
    }

    private static void PaintCode(XGraphics canvas, CodeMark code)
    {
        var (rectangles, side) = QrModules.Of(code.Text);
        var module = code.Size / side;
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        foreach (var (x, y, width, height) in rectangles)
            path.AddRectangle(code.X + (x * module), code.Y + (y * module), width * module, height * module);
        canvas.DrawPath(XBrushes.Black, path);
    }

    /// <summary>Opened once for all its pages, so that shared resources are embedded once.</summary>
    private XPdfForm FormOf(PageMark foreign)
    {
        if (!_foreign.TryGetValue(foreign.Pdf, out var form))
            _foreign[foreign.Pdf] = form = foreign.Pdf.Open();
        form.PageIndex = foreign.Index;
        return form;
    }

    private XFont FontOf(TextMark text)
    {
        var key = (text.Run.Face.Path, text.Style.Size);
        if (!_fonts.TryGetValue(key, out var font))
            _fonts[key] = font = new XFont(key.Path, key.Size, XFontStyleEx.Regular, Unicode);
        return font;
    }

    private static XSolidBrush Brush(Ink ink) => new(Color(ink));

    private static XColor Color(Ink ink) => ink switch
    {
        Ink.Navy => XColor.FromArgb(0x16, 0x2E, 0x51),
        Ink.Gray => XColor.FromArgb(0x56, 0x5C, 0x65),
        Ink.Hairline => XColor.FromArgb(0xA9, 0xAE, 0xB1),
        _ => XColor.FromArgb(0x1B, 0x1B, 0x1B),
    };
}

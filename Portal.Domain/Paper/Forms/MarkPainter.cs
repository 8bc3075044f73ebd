using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Portal.Domain.Paper.Drawing;
using Portal.Domain.Paper.Layout;

namespace Portal.Domain.Paper.Forms;

/// <summary>
/// Draws into form objects that pages of a third-party document can show anywhere, in any rotation. PDFsharp draws only on
/// pages, so each drawing is made on a temporary page that is then removed.
/// </summary>
internal sealed class MarkPainter(PdfDocument document)
{
    private static readonly XPdfFontOptions Unicode = new(PdfFontEncoding.Unicode);
    private readonly Dictionary<(string Path, double Size), XFont> _fonts = [];

    public PdfDictionary Draw(double width, double height, IEnumerable<Mark> marks, Action<XGraphics>? below = null)
    {
        var sheet = document.AddPage();
        sheet.Width = XUnit.FromPoint(width);
        sheet.Height = XUnit.FromPoint(height);
        using (var canvas = XGraphics.FromPdfPage(sheet))
        {
            below?.Invoke(canvas);
            foreach (var mark in marks)
                Draw(canvas, mark);
        }

        var drawing = new PdfDictionary(document);
        document.Internals.AddObject(drawing);
        drawing.Elements["/Type"] = new PdfName("/XObject");
        drawing.Elements["/Subtype"] = new PdfName("/Form");
        drawing.Elements["/BBox"] = new PdfLiteral(string.Create(CultureInfo.InvariantCulture, $"[0 0 {width:0.###} {height:0.###}]"));
        if (sheet.Elements["/Resources"] is { } resources)
        {
            sheet.Elements.Remove("/Resources");
            drawing.Elements["/Resources"] = resources;
        }

        drawing.CreateStream([.. sheet.Contents.SelectMany(part =>
            part is PdfSharp.Pdf.Advanced.PdfReference { Value: PdfDictionary { Stream: { } stream } } ? stream.UnfilteredValue : [])]);
        drawing.Stream!.Zip();
        document.Pages.Remove(sheet);
        return drawing;
    }

    private void Draw(XGraphics canvas, Mark mark)
    {
        switch (mark)
        {
            case TextMark text:
                canvas.DrawString(text.Run.Text, FontOf(text), text.Style.Ink == Ink.Gray ? XBrushes.DimGray : XBrushes.Black, text.X, text.Baseline);
                break;
            case LineMark line:
                canvas.DrawLine(new XPen(XColors.DimGray, line.Thickness), line.X1, line.Y, line.X2, line.Y);
                break;
            case CodeMark code:
                var (rectangles, side) = QrModules.Of(code.Text);
                var module = code.Size / side;
                var path = new XGraphicsPath { FillMode = XFillMode.Winding };
                foreach (var (x, y, width, height) in rectangles)
                    path.AddRectangle(code.X + (x * module), code.Y + (y * module), width * module, height * module);
                canvas.DrawPath(XBrushes.Black, path);
                break;
        }
    }

    private XFont FontOf(TextMark text)
    {
        var key = (text.Run.Face.Path, text.Style.Size);
        if (!_fonts.TryGetValue(key, out var font))
            _fonts[key] = font = new XFont(key.Path, key.Size, XFontStyleEx.Regular, Unicode);
        return font;
    }
}

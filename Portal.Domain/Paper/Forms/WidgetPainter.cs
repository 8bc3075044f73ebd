using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Layout;

namespace Portal.Domain.Paper.Forms;

/// <summary>Where a field's content is drawn, and how it looks.</summary>
internal readonly record struct WidgetPlace(PageOverlay Page, FormWidget Widget, FieldLook Look);

/// <summary>Draws a field's content on the page in place of the field.</summary>
internal sealed class WidgetPainter(FontFiles fonts, MarkPainter painter, FormTags tags, PdfDictionary form)
{
    private const int ShortestStream = 8;
    private readonly FieldText _text = new(fonts);
    private readonly bool _looksAreStale = form.Truth("/NeedAppearances");

    /// <summary>Draws text. Whether all of it fit; if not, it was cut and includes the notice.</summary>
    public bool Write(WidgetPlace place, string text, FontStyle font, IReadOnlyList<string> notices, bool cut = false)
    {
        var marks = cut ? null : _text.Fit(place.Look, text, font);
        Show(place, marks ?? _text.Cut(place.Look, text, notices));
        return marks is not null;
    }

    /// <summary>Shows the field as it is on the blank.</summary>
    public void Keep(WidgetPlace place, FormNode node)
    {
        var (_, widget, look) = place;
        if (node.Kind is FieldKind.CheckBox or FieldKind.Radio)
        {
            Tick(place, widget.Dictionary.Name("/AS") is { } state and not "Off" && state == widget.State);
            return;
        }

        if (!_looksAreStale && widget.Dictionary.Dictionary("/AP")?.Dictionary("/N") is { Stream.Length: >= ShortestStream } own)
        {
            ShowOwn(place, own);
            return;
        }

        var kept = node.Kind is FieldKind.Text or FieldKind.Choice ? PdfValues.TextOf(node.Inherited("/V")) : null;
        var words = node.Kind == FieldKind.Choice ? node.Options().FirstOrDefault(o => o.Value == kept)?.Text ?? kept : kept;
        Show(place, string.IsNullOrWhiteSpace(words) ? [] : _text.Fit(look, words) ?? _text.Cut(look, words, ["…"]));
    }

    /// <summary>Checked or not, with the form's own appearance if it has one.</summary>
    public void Tick(WidgetPlace place, bool on)
    {
        var (_, widget, look) = place;
        var own = widget.Dictionary.Dictionary("/AP")?.Dictionary("/N");
        if (own is { Stream: null } && own.Dictionary("/" + (on ? widget.State : "Off")) is { Stream.Length: >= ShortestStream } drawing)
        {
            ShowOwn(place, drawing);
            return;
        }

        var size = Math.Min(look.Width, look.Height);
        var tick = look with { Size = size, Align = 1, Multiline = false, Comb = false, MaxLength = null, Border = Math.Min(look.Border, size / 6) };
        Show(place, on ? _text.Fit(tick with { Width = look.Width + 8 }, "X", FontStyle.Bold)?.Select(mark => mark.MovedBy(-4, 0)) ?? [] : []);
    }

    private void Show(WidgetPlace place, IEnumerable<Mark> marks)
    {
        var (page, widget, look) = place;
        var all = marks.ToList();
        if (all.Count == 0 && look.Back is null && look.Edge is null)
            return;
        var drawing = painter.Draw(look.Width, look.Height, all, canvas => Frame(canvas, look));
        page.Add(drawing, Turn.Into(widget.Box, look.Degrees), tags.Mark(widget.Page, widget.Dictionary));
    }

    private static void Frame(XGraphics canvas, FieldLook look)
    {
        if (look.Back is { } back)
            canvas.DrawRectangle(new XSolidBrush(back), 0, 0, look.Width, look.Height);
        if (look.Edge is { } edge && look.Border > 0)
            canvas.DrawRectangle(new XPen(edge, look.Border), look.Border / 2, look.Border / 2, look.Width - look.Border, look.Height - look.Border);
    }

    /// <summary>ISO 32000-1, 12.5.5: the appearance's bounding box, transformed by its matrix, is fitted into the field's rectangle.</summary>
    private void ShowOwn(WidgetPlace place, PdfDictionary drawing)
    {
        var (page, widget, _) = place;
        var matrix = drawing.Array("/Matrix").Items().Select(PdfValues.NumberOf).ToList() is [{ } a, { } b, { } c, { } d, { } e, { } f, ..]
            ? new Turn(a, b, c, d, e, f) : new Turn(1, 0, 0, 1, 0, 0);
        if (drawing.Reference is null || PdfValues.BoxOf(drawing.At("/BBox")) is not { Width: > 0, Height: > 0 } box
            || Bounds(box, matrix) is not { Width: > 0, Height: > 0 } bounds)
            return;
        drawing.Elements["/Type"] = new PdfName("/XObject");
        drawing.Elements["/Subtype"] = new PdfName("/Form");
        if (!drawing.Elements.ContainsKey("/Resources") && form.Dictionary("/DR") is { } common)
            drawing.Elements["/Resources"] = common.Reference is { } reference ? reference : common.Clone();
        var (sx, sy) = (widget.Box.Width / bounds.Width, widget.Box.Height / bounds.Height);
        page.Add(
            drawing, new Turn(sx, 0, 0, sy, widget.Box.Left - (sx * bounds.Left), widget.Box.Bottom - (sy * bounds.Bottom)),
            tags.Mark(widget.Page, widget.Dictionary));
    }

    private static Box? Bounds(Box box, Turn m)
    {
        (double X, double Y)[] corners = [(box.Left, box.Bottom), (box.Right, box.Bottom), (box.Left, box.Top), (box.Right, box.Top)];
        var turned = corners.Select(p => (X: (m.A * p.X) + (m.C * p.Y) + m.E, Y: (m.B * p.X) + (m.D * p.Y) + m.F)).ToList();
        return Box.Of(turned.Min(p => p.X), turned.Min(p => p.Y), turned.Max(p => p.X), turned.Max(p => p.Y));
    }
}

using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Forms;

/// <summary>Content drawn on top of a page. The page's own content is isolated, so its leftover graphics state can't affect ours.</summary>
internal sealed class PageOverlay(PdfDocument document, FormPage page)
{
    private readonly StringBuilder _onForm = new();
    private readonly StringBuilder _onPaper = new();
    private string? _smaller;
    private int _count;

    /// <summary>Shows a drawing as part of the form, read aloud at the place given by the mark.</summary>
    public void Add(PdfDictionary drawing, Turn turn, int? mark) => Show(_onForm, drawing, turn, mark is { } number ? $"/Form <</MCID {number}>> BDC\n" : null);

    /// <summary>Shows a drawing on the page itself, upright as displayed; not read aloud.</summary>
    public void AddOnPaper(PdfDictionary drawing, double left, double bottom)
    {
        var (x, y) = (left, bottom);
        var turn = page.Turn;
        Show(_onPaper, drawing, turn with { E = (turn.A * x) + (turn.C * y) + turn.E, F = (turn.B * x) + (turn.D * y) + turn.F }, "/Artifact BMC\n");
    }

    /// <summary>Shrinks the whole form to leave a free strip at the foot of the displayed page.</summary>
    public void MakeRoomBelow(double strip)
    {
        var scale = (page.Height - strip) / page.Height;
        var (dx, dy) = (page.Width * (1 - scale) / 2, strip);
        var t = page.Turn;
        // From page to display coordinates, scaled down, and back.
        var (x, y) = t.Back(0, 0);
        var (e, f) = ((scale * x) + dx, (scale * y) + dy);
        _smaller = $"{Number(scale)} 0 0 {Number(scale)} {Number((t.A * e) + (t.C * f) + t.E)} {Number((t.B * e) + (t.D * f) + t.F)} cm\n";
    }

    public void Finish()
    {
        var before = page.Dictionary.Elements["/Contents"];
        var parts = new PdfArray(document);
        parts.Elements.Add(Stream($"q\n{_smaller}").Reference!);
        foreach (var part in before is null ? [] : PdfValues.Resolved(before) is PdfArray many ? many.Elements.Items : [before])
            parts.Elements.Add(part);
        parts.Elements.Add(Stream($"\nQ\nq\n{_smaller}{_onForm}Q\n{_onPaper}").Reference!);
        page.Dictionary.Elements["/Contents"] = parts;
    }

    private void Show(StringBuilder content, PdfDictionary drawing, Turn turn, string? mark)
    {
        content.Append(mark).Append("q ").AppendJoin(' ', new[] { turn.A, turn.B, turn.C, turn.D, turn.E, turn.F }.Select(Number))
            .Append(" cm /").Append(Name(drawing)).Append(" Do Q\n").Append(mark is null ? "" : "EMC\n");
    }

    private string Name(PdfDictionary drawing)
    {
        var resources = Sub(page.Dictionary, "/Resources");
        var objects = Sub(resources, "/XObject");
        var name = $"Filled{page.Number}x{++_count}";
        objects.Elements["/" + name] = drawing.Reference!;
        return name;
    }

    private PdfDictionary Sub(PdfDictionary holder, string key)
    {
        if (holder.Dictionary(key) is { } there)
            return there;
        var made = new PdfDictionary(document);
        holder.Elements[key] = made;
        return made;
    }

    private PdfDictionary Stream(string content)
    {
        var stream = new PdfDictionary(document);
        document.Internals.AddObject(stream);
        stream.CreateStream(Encoding.ASCII.GetBytes(content));
        return stream;
    }

    private static string Number(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}

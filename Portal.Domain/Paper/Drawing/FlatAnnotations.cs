using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Drawing;

/// <summary>
/// Flattens annotations (a filled form field, a signature drawn on a tablet, a stamp) into the page as they appear, by
/// ISO 32000-1, 12.5.5. Otherwise they'd be lost when the page is drawn on another.
/// </summary>
internal static class FlatAnnotations
{
    private const int Hidden = 2;
    private const int NoView = 32;
    private const int MaxOnPage = 2000;

    /// <summary>The drawing commands. The appearances are added to the page's resources.</summary>
    public static string Of(PdfPage page)
    {
        if (page.Elements.GetArray("/Annots") is not { } annotations)
            return "";
        var drawn = new StringBuilder();
        for (var index = 0; index < Math.Min(annotations.Elements.Count, MaxOnPage); index++)
        {
            if (annotations.Elements.GetDictionary(index) is { } annotation && Appearance(annotation) is { Reference: not null } look
                && Matrix(annotation, look) is { } matrix)
                drawn.Append(CultureInfo.InvariantCulture, $"q {matrix} cm {NameOf(page, look, index)} Do Q\n");
        }

        return drawn.ToString();
    }

    /// <summary>The normal appearance in its current state; null when the annotation is invisible.</summary>
    private static PdfDictionary? Appearance(PdfDictionary annotation)
    {
        if ((annotation.Elements.GetInteger("/F") & (Hidden | NoView)) != 0 || annotation.Elements.GetName("/Subtype") == "/Popup")
            return null;
        var normal = annotation.Elements.GetDictionary("/AP")?.Elements.GetDictionary("/N");
        if (normal is { Stream: null })
        {
            var state = annotation.Elements.GetName("/AS");
            normal = state.Length > 1 ? normal.Elements.GetDictionary(state) : null;
        }

        return normal is { Stream: not null } ? normal : null;
    }

    /// <summary>The matrix that maps the appearance's box to the annotation's rectangle.</summary>
    private static string? Matrix(PdfDictionary annotation, PdfDictionary look)
    {
        var (box, rectangle) = (Numbers(look.Elements.GetArray("/BBox"), 4), Numbers(annotation.Elements.GetArray("/Rect"), 4));
        if (box is null || rectangle is null)
            return null;
        var turn = Numbers(look.Elements.GetArray("/Matrix"), 6) ?? [1, 0, 0, 1, 0, 0];
        double[] xs = [.. Corners(box).Select(corner => (turn[0] * corner.X) + (turn[2] * corner.Y) + turn[4])];
        double[] ys = [.. Corners(box).Select(corner => (turn[1] * corner.X) + (turn[3] * corner.Y) + turn[5])];
        var (wide, high) = (xs.Max() - xs.Min(), ys.Max() - ys.Min());
        if (wide <= 0 || high <= 0)
            return null;
        var (left, bottom) = (Math.Min(rectangle[0], rectangle[2]), Math.Min(rectangle[1], rectangle[3]));
        var (scaleX, scaleY) = (Math.Abs(rectangle[2] - rectangle[0]) / wide, Math.Abs(rectangle[3] - rectangle[1]) / high);
        return string.Create(
            CultureInfo.InvariantCulture, $"{scaleX:0.#####} 0 0 {scaleY:0.#####} {left - (xs.Min() * scaleX):0.###} {bottom - (ys.Min() * scaleY):0.###}");
    }

    private static (double X, double Y)[] Corners(double[] box) => [(box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])];

    private static double[]? Numbers(PdfArray? array, int count) =>
        array?.Elements.Count == count ? [.. Enumerable.Range(0, count).Select(array.Elements.GetReal)] : null;

    private static string NameOf(PdfPage page, PdfDictionary look, int index)
    {
        look.Elements["/Type"] = new PdfName("/XObject");
        look.Elements["/Subtype"] = new PdfName("/Form");
        var objects = page.Resources.Elements.GetDictionary("/XObject");
        if (objects is null)
        {
            objects = new PdfDictionary(page.Owner);
            page.Resources.Elements["/XObject"] = objects;
        }

        var name = $"/Portal{index}";
        objects.Elements[name] = look.Reference;
        return name;
    }
}

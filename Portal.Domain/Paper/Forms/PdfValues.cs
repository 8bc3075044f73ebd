using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Portal.Domain.Paper.Forms;

/// <summary>Reads dictionaries that may contain anything. A value of the wrong type counts as missing.</summary>
internal static class PdfValues
{
    private const int MaxSteps = 16;

    public static PdfItem? Resolved(PdfItem? item)
    {
        for (var step = 0; item is PdfReference reference; step++)
            item = step < MaxSteps ? reference.Value : null;
        return item is PdfNull or PdfNullObject ? null : item;
    }

    public static PdfItem? At(this PdfDictionary dictionary, string key) => Resolved(dictionary.Elements[key]);

    public static PdfDictionary? Dictionary(this PdfDictionary dictionary, string key) => dictionary.At(key) as PdfDictionary;

    public static PdfArray? Array(this PdfDictionary dictionary, string key) => dictionary.At(key) as PdfArray;

    public static string? Name(this PdfDictionary dictionary, string key) => NameOf(dictionary.At(key));

    public static string? Text(this PdfDictionary dictionary, string key) => TextOf(dictionary.At(key));

    public static double? Number(this PdfDictionary dictionary, string key) => NumberOf(dictionary.At(key));

    public static int? Whole(this PdfDictionary dictionary, string key) => WholeOf(dictionary.At(key));

    public static bool Truth(this PdfDictionary dictionary, string key) =>
        dictionary.At(key) is PdfBoolean { Value: true } or PdfBooleanObject { Value: true };

    public static IEnumerable<PdfItem?> Items(this PdfArray? array) =>
        array is null ? [] : Enumerable.Range(0, array.Elements.Count).Select(index => Resolved(array.Elements[index]));

    /// <summary>The name without its slash.</summary>
    public static string? NameOf(PdfItem? item) => item switch
    {
        PdfName name => name.Value.TrimStart('/'),
        PdfNameObject name => name.Value.TrimStart('/'),
        _ => null,
    };

    public static string? TextOf(PdfItem? item) => item switch
    {
        PdfString text => text.Value,
        PdfStringObject text => text.Value,
        _ => null,
    };

    public static double? NumberOf(PdfItem? item) => item switch
    {
        PdfInteger number => number.Value,
        PdfLongInteger number => number.Value,
        PdfReal number when double.IsFinite(number.Value) => number.Value,
        PdfIntegerObject number => number.Value,
        PdfLongIntegerObject number => number.Value,
        PdfRealObject number when double.IsFinite(number.Value) => number.Value,
        _ => null,
    };

    public static int? WholeOf(PdfItem? item) => NumberOf(item) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>Null unless these are four numbers. Left and right, and bottom and top, are put in order.</summary>
    public static Box? BoxOf(PdfItem? item) =>
        item switch
        {
            PdfArray array when array.Items().Select(NumberOf).ToList() is [{ } left, { } bottom, { } right, { } top, ..] => Box.Of(left, bottom, right, top),
            PdfRectangle rectangle => Box.Of(rectangle.X1, rectangle.Y1, rectangle.X2, rectangle.Y2),
            _ => null,
        };
}

/// <summary>A rectangle in PDF coordinates: from the bottom left, in points.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    // Viewers stop at 14,400 points; ten times that isn't a real page.
    private const double Farthest = 144_000;

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public static Box? Of(double x1, double y1, double x2, double y2) =>
        Math.Max(Math.Max(Math.Abs(x1), Math.Abs(x2)), Math.Max(Math.Abs(y1), Math.Abs(y2))) > Farthest
            ? null
            : new Box(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));

    public Box Within(Box other)
    {
        var (left, bottom) = (Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom));
        return new Box(left, bottom, Math.Max(left, Math.Min(Right, other.Right)), Math.Max(bottom, Math.Min(Top, other.Top)));
    }
}

using PdfSharp.Pdf;

namespace Portal.Domain.Paper.Forms;

/// <summary>One page: its visible area and rotation.</summary>
internal sealed class FormPage
{
    private static readonly Box Letter = new(0, 0, 612, 792);

    private FormPage(int number, PdfDictionary dictionary, Box seen, int degrees)
    {
        (Number, Dictionary, Seen, Degrees) = (number, dictionary, seen, degrees);
        Turn = Turn.Into(seen, degrees);
        (Width, Height) = Turn.Upright(seen, degrees);
    }

    public int Number { get; }

    public PdfDictionary Dictionary { get; }

    /// <summary>The part of the crop box inside the media box, in page coordinates.</summary>
    public Box Seen { get; }

    public int Degrees { get; }

    public Turn Turn { get; }

    public double Width { get; }

    public double Height { get; }

    public static FormPage Of(int number, PdfPage page)
    {
        var media = PdfValues.BoxOf(page.At("/MediaBox")) is { Width: > 1, Height: > 1 } given ? given : Letter;
        var seen = PdfValues.BoxOf(page.At("/CropBox"))?.Within(media) is { Width: > 1, Height: > 1 } cropped ? cropped : media;
        return new FormPage(number, page, seen, page.Whole("/Rotate") ?? 0);
    }

    /// <summary>The rectangle as displayed, from the top left.</summary>
    public FieldPlace PlaceOf(Box box, string? state)
    {
        var (x1, y1) = Turn.Back(box.Left, box.Bottom);
        var (x2, y2) = Turn.Back(box.Right, box.Top);
        return new FieldPlace(
            Number, Round(Math.Min(x1, x2)), Round(Height - Math.Max(y1, y2)), Round(Math.Abs(x2 - x1)), Round(Math.Abs(y2 - y1)), state);
    }

    private static double Round(double points) => Math.Round(points, 2);
}

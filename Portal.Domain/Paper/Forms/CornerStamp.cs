using Portal.Domain.Paper.Fonts;
using Portal.Domain.Paper.Layout;

namespace Portal.Domain.Paper.Forms;

/// <summary>A QR code with the reference under it, placed where a page is empty.</summary>
internal sealed class CornerStamp(FontFiles fonts, string code, string reference)
{
    /// <summary>The margin printers leave blank.</summary>
    private const double Margin = 14;

    private const double Quiet = 7, Label = 11;

    private readonly TextSetter _text = new(new FontRuns(fonts));

    public sealed record Place(double Left, double Top, double Size)
    {
        public double Width => Size + (2 * Quiet);

        public double Height => Size + Quiet + Label;
    }

    /// <summary>The strip needed when no place on a page is free.</summary>
    public const double Strip = 54 + Quiet + Label + Margin;

    public IEnumerable<Mark> Marks(Place place)
    {
        yield return new CodeMark(null, code, Quiet, Quiet, place.Size);
        foreach (var mark in _text.OneLine(reference, new TextStyle(FontStyle.Regular, 7, 9, Ink.Black), null, Quiet, place.Size + Quiet + 2, place.Width))
            yield return mark;
    }

    /// <summary>Tries corners first, then the edges; null when there's no room.</summary>
    public static Place? FreePlace(double width, double height, FormPicture? picture, IEnumerable<FieldPlace> fields)
    {
        var taken = fields.Select(f => new PictureBox(f.X, f.Y, f.Width, f.Height)).ToList();
        if (picture is not null)
        {
            taken.AddRange(picture.Words.Select(w => w.Degrees is 90 or 270
                ? new PictureBox(w.X - w.Size, w.Y - w.Width, 2 * w.Size, 2 * w.Width)
                : new PictureBox(w.X, w.Y - w.Size, w.Width, w.Size * 1.3)));
            taken.AddRange(picture.Lines.Select(l => new PictureBox(Math.Min(l.X1, l.X2), Math.Min(l.Y1, l.Y2), Math.Abs(l.X2 - l.X1), Math.Abs(l.Y2 - l.Y1))));
            taken.AddRange(picture.Shades);
            taken.AddRange(picture.Images.Where(i => i.Width * i.Height < 0.8 * width * height));
        }

        return ((double[])[54, 46, 40]).SelectMany(size => Candidates(width, height, new Place(0, 0, size)))
            .FirstOrDefault(place => !taken.Any(box => Touches(place, box)));
    }

    private static IEnumerable<Place> Candidates(double width, double height, Place place)
    {
        var (right, bottom) = (width - Margin - place.Width, height - Margin - place.Height);
        foreach (var (left, top) in ((double, double)[])[(right, Margin), (right, bottom), (Margin, bottom), (Margin, Margin)])
            yield return place with { Left = left, Top = top };
        for (var left = right; left >= Margin; left -= 18)
        {
            yield return place with { Left = left, Top = bottom };
            yield return place with { Left = left, Top = Margin };
        }
    }

    private static bool Touches(Place place, PictureBox box) =>
        box.X < place.Left + place.Width && box.X + box.Width > place.Left && box.Y < place.Top + place.Height && box.Y + box.Height > place.Top;
}

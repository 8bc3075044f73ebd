using Portal.Domain.Paper.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Portal.Domain.Paper.Forms;

/// <summary>A word on a page as displayed, with its baseline in points from the top left.</summary>
public sealed record PictureWord(string Text, double X, double Y, double Width, double Size, int Degrees);

/// <summary>A line from the top left, in points.</summary>
public sealed record PictureLine(double X1, double Y1, double X2, double Y2);

/// <summary>A rectangle from the top left, in points.</summary>
public sealed record PictureBox(double X, double Y, double Width, double Height);

/// <summary>Enough of a page to recognize it: words, lines, shaded areas, and the positions of images.</summary>
public sealed record FormPicture(
    double Width, double Height,
    IReadOnlyList<PictureWord> Words, IReadOnlyList<PictureLine> Lines, IReadOnlyList<PictureBox> Shades, IReadOnlyList<PictureBox> Images)
{
    private const int MaxWords = 4_000, MaxLines = 4_000;

    /// <summary>All pages of an accepted form, or only the one requested. A page that can't be read is empty.</summary>
    /// <param name="pdf">The blank.</param>
    /// <param name="only">The page to read, from 1; null for all.</param>
    public static IReadOnlyList<FormPicture> Of(byte[] pdf, int? only = null) => LargeStack.Run(() => Read(pdf, only), LargeStack.UsualLimit) ?? [];

    private static List<FormPicture> Read(byte[] pdf, int? only)
    {
        try
        {
            using var document = PdfDocument.Open(pdf, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = 64 });
            return [.. Enumerable.Range(1, document.NumberOfPages).Where(number => only is null || number == only).Select(number => Page(document, number))];
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return [];
        }
    }

    private static FormPicture Page(PdfDocument document, int number)
    {
        try
        {
            var page = document.GetPage(number);
            double Down(double y) => Math.Round(page.Height - y, 1);
            PictureBox Rectangle(PdfRectangle r) => new(Math.Round(r.Left, 1), Down(r.Top), Math.Round(r.Width, 1), Math.Round(r.Height, 1));
            var drawn = page.Paths.Where(path => !path.IsClipping).SelectMany(path => path.Select(part => (path, part))).ToList();
            return new FormPicture(
                page.Width, page.Height,
                [.. page.GetWords().Where(word => !string.IsNullOrWhiteSpace(word.Text)).Take(MaxWords).Select(word => WordOf(word, Down))],
                [.. drawn.Where(d => d.path.IsStroked || IsThin(d.part)).SelectMany(d => LinesOf(d.part, Down)).Take(MaxLines)],
                [.. drawn.Where(d => d.path is { IsFilled: true, IsStroked: false } && !IsThin(d.part))
                    .Select(d => d.part.GetBoundingRectangle()).OfType<PdfRectangle>()
                    .Where(r => r.Area < 0.8 * page.Width * page.Height).Take(MaxLines).Select(Rectangle)],
                [.. page.GetImages().Take(100).Select(image => Rectangle(image.BoundingBox))]);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            return new FormPicture(612, 792, [], [], [], []);
        }
    }

    private static PictureWord WordOf(Word word, Func<double, double> down)
    {
        var first = word.Letters[0];
        var last = word.Letters[^1];
        var (x, y) = (last.EndBaseLine.X - first.StartBaseLine.X, last.EndBaseLine.Y - first.StartBaseLine.Y);
        var width = Math.Sqrt((x * x) + (y * y));
        var degrees = word.TextOrientation switch
        {
            TextOrientation.Rotate90 => 90,
            TextOrientation.Rotate180 => 180,
            TextOrientation.Rotate270 => 270,
            _ => 0,
        };
        return new PictureWord(
            word.Text, Math.Round(first.StartBaseLine.X, 1), down(first.StartBaseLine.Y), Math.Round(width, 1),
            Math.Round(Math.Clamp(first.PointSize, 3, 72), 1), degrees);
    }

    private static bool IsThin(PdfSubpath part) => part.GetBoundingRectangle() is { } bounds && Math.Min(bounds.Width, bounds.Height) < 2;

    private static IEnumerable<PictureLine> LinesOf(PdfSubpath part, Func<double, double> down)
    {
        PictureLine Line(PdfPoint from, PdfPoint to) => new(Math.Round(from.X, 1), down(from.Y), Math.Round(to.X, 1), down(to.Y));
        if (IsThin(part) && part.GetBoundingRectangle() is { } thin)
        {
            return [thin.Width > thin.Height
                ? Line(new PdfPoint(thin.Left, (thin.Top + thin.Bottom) / 2), new PdfPoint(thin.Right, (thin.Top + thin.Bottom) / 2))
                : Line(new PdfPoint((thin.Left + thin.Right) / 2, thin.Bottom), new PdfPoint((thin.Left + thin.Right) / 2, thin.Top))];
        }

        PdfPoint? start = null, at = null;
        var lines = new List<PictureLine>();
        foreach (var command in part.Commands)
        {
            switch (command)
            {
                case PdfSubpath.Move move:
                    start = at = move.Location;
                    break;
                case PdfSubpath.Line line:
                    lines.Add(Line(line.From, line.To));
                    at = line.To;
                    break;
                case PdfSubpath.BezierCurve curve:
                    lines.Add(Line(curve.StartPoint, curve.EndPoint));
                    at = curve.EndPoint;
                    break;
                case PdfSubpath.Close when start is { } from && at is { } to:
                    lines.Add(Line(to, from));
                    break;
            }
        }

        return lines;
    }
}

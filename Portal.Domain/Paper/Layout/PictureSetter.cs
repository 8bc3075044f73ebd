using Portal.Domain.Paper.Drawing;

namespace Portal.Domain.Paper.Layout;

/// <summary>Sets photos and scans, and the sentence that replaces what can't be printed.</summary>
internal sealed class PictureSetter(TextSetter text, PaperWords words)
{
    /// <summary>A picture with few pixels isn't enlarged beyond its size at 96 dots per inch.</summary>
    private const double PointsPerPixel = 0.75;
    private const double Gap = 4;

    /// <summary>Leaves room for a title and a heading above it, so that they don't end up alone on a page.</summary>
    private const double RoomForHeadings = 90;

    /// <summary>The caption comes before the figure, because PDFsharp nests a figure incorrectly when it opens a page.</summary>
    public IReadOnlyList<Strip> Strips(Picture picture, double room)
    {
        if (PrintablePicture.Read(picture.Image) is not { } printable)
            return LeftOut(picture.Caption);
        var (caption, captionHeight) = text.Stack(picture.Caption, TextStyle.Label, new Tag("P"), 0, 0, Sheet.TextWidth);
        var highest = Math.Max(100, room - RoomForHeadings - captionHeight - Gap);
        var scale = Math.Min(PointsPerPixel, Math.Min(Sheet.TextWidth / printable.Width, highest / printable.Height));
        var (width, height) = (printable.Width * scale, printable.Height * scale);
        var figure = new Tag("Figure", alternative: Fonts.PrintableText.Clean(picture.Caption));
        var image = new ImageMark(figure, printable.Image, 0, captionHeight + Gap, width, height) { Turn = printable.Turn };
        return [new Strip(captionHeight + Gap + height, [.. caption, image]) { SpaceBefore = 12 }];
    }

    /// <summary>States that something that belongs here couldn't be printed.</summary>
    public IReadOnlyList<Strip> LeftOut(string name) => BlockSetter.Spaced(
        7, text.Strips(words.Unprinted(name), TextStyle.Body, new Tag("P")));
}

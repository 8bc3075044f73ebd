using PdfSharp.Drawing;

namespace Portal.Domain.Paper.Drawing;

/// <summary>Draws an image upright according to its EXIF orientation (1 to 8).</summary>
internal static class TurnedImage
{
    public static void Draw(XGraphics canvas, XImage image, byte turn, XRect place)
    {
        if (turn is < 2 or > 8)
        {
            canvas.DrawImage(image, place);
            return;
        }

        var before = canvas.Save();
        canvas.TranslateTransform(place.X + (place.Width / 2), place.Y + (place.Height / 2));
        canvas.RotateTransform(turn switch { 3 or 4 => 180, 6 or 7 => 90, 5 or 8 => 270, _ => 0 });
        if (turn is 2 or 4 or 5 or 7)
            canvas.ScaleTransform(-1, 1);
        var (width, height) = turn >= 5 ? (place.Height, place.Width) : (place.Width, place.Height);
        canvas.DrawImage(image, -width / 2, -height / 2, width, height);
        canvas.Restore(before);
    }
}

using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.Drawing;

/// <summary>A JPEG or PNG small enough to print safely, without its metadata.</summary>
/// <param name="Image">The file, in the form PDFsharp accepts.</param>
/// <param name="Turn">EXIF orientation.</param>
/// <param name="Width">In pixels, after rotation.</param>
/// <param name="Height">In pixels, after rotation.</param>
internal sealed record PrintablePicture(byte[] Image, byte Turn, int Width, int Height)
{
    /// <summary>A JPEG is embedded as it is; a PNG is decoded to four bytes per pixel.</summary>
    private static readonly FileLimits Jpeg = new(Picture.LargestImage, 100_000_000);
    private static readonly FileLimits Png = new(Picture.LargestImage, 24_000_000);

    /// <summary>Null for anything else.</summary>
    public static PrintablePicture? Read(byte[] file)
    {
        if (file.Length is 0 or > Picture.LargestImage)
            return null;
        try
        {
            var fits = FileSignature.KindOf(file) switch
            {
                FileKind.Jpeg => JpegStructure.Check(file, Jpeg) is null,
                FileKind.Png => PngStructure.Check(file, Png) is null,
                _ => false,
            };
            if (!fits)
                return null;
            var turn = ImageMetadata.OrientationOf(file);
            var clean = ImageMetadata.Strip(new MemoryStream(file, writable: false)).ToArray();
            using var image = PngImage.Open(clean);
            var (width, height) = (image.PixelWidth, image.PixelHeight);
            return width <= 0 || height <= 0 ? null : turn >= 5 ? new(clean, turn, height, width) : new(clean, turn, width, height);
        }
        catch (Exception undecodable) when (undecodable is not OutOfMemoryException)
        {
            return null;
        }
    }
}

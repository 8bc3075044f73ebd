using PdfSharp.Drawing;

namespace Portal.Domain.Paper.Drawing;

/// <summary>Decoding of a PNG by PDFsharp.</summary>
internal static class PngImage
{
    public static XImage Open(byte[] png)
    {
        PdfLibrary.Prepare();
        return XImage.FromStream(new MemoryStream(png, 0, png.Length, writable: false, publiclyVisible: true));
    }

    /// <summary>The decoder lets any exception through, and a document must print whatever someone drew.</summary>
    public static bool CanBeRead(byte[] png)
    {
        try
        {
            using var image = Open(png);
            return image.PixelWidth > 0;
        }
        catch (Exception undecodable) when (undecodable is not OutOfMemoryException)
        {
            return false;
        }
    }
}

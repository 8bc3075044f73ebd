using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>The largest images that are decoded. One byte per pixel is held in memory, or several when an image has many passes.</summary>
internal static class PictureLimits
{
    public static readonly FileLimits Picture = new(MaxPixels: 64_000_000);

    /// <summary>The most pixels held in memory. For larger images, only every second pixel of every second row is kept, or fewer.</summary>
    public const int MostPixelsDecoded = 24_000_000;

    /// <summary>The sampling step: one of this many pixels is kept in each direction.</summary>
    public static int StepOf(long width, long height)
    {
        var step = 1;
        while (width / step * (height / step) > MostPixelsDecoded)
            step *= 2;
        return step;
    }

    public const int MostPdfPictures = 40;

    /// <summary>A page scanned with so few pixels has no readable code.</summary>
    public const int FewestPixelsInPdf = 48 * 48;
}

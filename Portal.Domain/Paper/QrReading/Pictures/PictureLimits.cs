using Portal.Domain.Paper.Inspection;

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>What is decoded at all: one byte a pixel is held in memory, several when a picture has to be put together from many passes.</summary>
internal static class PictureLimits
{
    public static readonly FileLimits Picture = new(MaxPixels: 64_000_000);

    /// <summary>Held in memory: of larger pictures only every second pixel of every second row, or fewer.</summary>
    public const int MostPixelsDecoded = 24_000_000;

    /// <summary>Every how many pixels one is kept.</summary>
    public static int StepOf(long width, long height)
    {
        var step = 1;
        while (width / step * (height / step) > MostPixelsDecoded)
            step *= 2;
        return step;
    }

    public const int MostPdfPictures = 40;

    /// <summary>A page scanned with so few pixels shows no code anybody could read.</summary>
    public const int FewestPixelsInPdf = 48 * 48;
}

namespace Portal.Domain.Platform.Files.QrReading.Pictures;

/// <summary>A picture while it is decoded, of which only as many pixels are kept as memory allows.</summary>
internal sealed class SparsePicture(int width, int height)
{
    private readonly int _step = PictureLimits.StepOf(width, height);

    /// <summary>What is kept of it.</summary>
    public GrayPicture Kept { get; } = Empty(width, height, PictureLimits.StepOf(width, height));

    /// <summary>A pixel that is kept, 0 for black.</summary>
    public byte this[int x, int y]
    {
        set => Kept.Luminance[(y / _step * Kept.Width) + (x / _step)] = value;
    }

    /// <summary>Whether the pixel is one of those.</summary>
    public bool Keeps(int x, int y) => _step == 1 || (x % _step == 0 && y % _step == 0);

    private static GrayPicture Empty(int width, int height, int step)
    {
        var (columns, rows) = ((width + step - 1) / step, (height + step - 1) / step);
        return new(columns, rows, new byte[columns * rows]);
    }
}

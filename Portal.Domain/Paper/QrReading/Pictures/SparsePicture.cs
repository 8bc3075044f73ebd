namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>A picture while it is decoded, of which only as many pixels are kept as memory allows.</summary>
internal sealed class SparsePicture
{
    public SparsePicture(int width, int height)
    {
        Step = PictureLimits.StepOf(width, height);
        var (columns, rows) = ((width + Step - 1) / Step, (height + Step - 1) / Step);
        Kept = new(columns, rows, new byte[columns * rows]);
    }

    /// <summary>Every how many pixels, in both directions, one is kept.</summary>
    public int Step { get; }

    /// <summary>What is kept of it.</summary>
    public GrayPicture Kept { get; }

    /// <summary>A pixel that is kept, 0 for black.</summary>
    public byte this[int x, int y]
    {
        set => Kept.Luminance[(y / Step * Kept.Width) + (x / Step)] = value;
    }

    /// <summary>Whether the pixel is one of those.</summary>
    public bool Keeps(int x, int y) => Step == 1 || (x % Step == 0 && y % Step == 0);
}

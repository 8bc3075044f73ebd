namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>An image being decoded, of which only as many pixels are kept as memory allows.</summary>
internal sealed class SparsePicture
{
    public SparsePicture(int width, int height)
    {
        Step = PictureLimits.StepOf(width, height);
        var (columns, rows) = ((width + Step - 1) / Step, (height + Step - 1) / Step);
        Kept = new(columns, rows, new byte[columns * rows]);
    }

    /// <summary>The sampling step in both directions.</summary>
    public int Step { get; }

    /// <summary>The pixels kept.</summary>
    public GrayPicture Kept { get; }

    /// <summary>Sets a pixel if it's kept; 0 is black.</summary>
    public byte this[int x, int y]
    {
        set => Kept.Luminance[(y / Step * Kept.Width) + (x / Step)] = value;
    }

    /// <summary>Whether the pixel is kept.</summary>
    public bool Keeps(int x, int y) => Step == 1 || (x % Step == 0 && y % Step == 0);
}

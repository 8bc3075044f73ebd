namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>A grayscale image, one byte per pixel, row by row; 0 is black.</summary>
internal sealed record GrayPicture(int Width, int Height, byte[] Luminance)
{
    /// <summary>Downscales the image: each pixel is the mean of a square with sides of this many pixels. 1 returns the image itself.</summary>
    public GrayPicture Shrunk(int factor)
    {
        if (factor <= 1 || Width < 2 * factor || Height < 2 * factor)
            return this;
        var (width, height) = (Width / factor, Height / factor);
        var small = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var row = 0; row < factor; row++)
                {
                    var start = ((((y * factor) + row) * Width) + (x * factor));
                    foreach (var value in Luminance.AsSpan(start, factor))
                        sum += value;
                }

                small[(y * width) + x] = (byte)(sum / (factor * factor));
            }
        }

        return new(width, height, small);
    }

    /// <summary>Doubles the width and height, interpolating the new pixels.</summary>
    public GrayPicture Doubled()
    {
        var (width, height) = (Width * 2, Height * 2);
        var large = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var (above, below) = (y / 2 * Width, Math.Min((y + 1) / 2, Height - 1) * Width);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (x / 2, Math.Min((x + 1) / 2, Width - 1));
                large[(y * width) + x] = (byte)((Luminance[above + left] + Luminance[above + right] + Luminance[below + left] + Luminance[below + right]) / 4);
            }
        }

        return new(width, height, large);
    }

    /// <summary>
    /// Stretches the contrast to the full range so that pale print can be read. Only one pixel in two thousand may fall outside,
    /// because a code is little ink on a page.
    /// </summary>
    public GrayPicture Stretched()
    {
        var counts = new int[256];
        foreach (var value in Luminance)
            counts[value]++;
        var (low, high) = (Level(counts, Luminance.Length / 2000), Level(counts, Luminance.Length - (Luminance.Length / 2000) - 1));
        if (high - low is < 8 or > 200)
            return this;
        var table = new byte[256];
        for (var value = 0; value < 256; value++)
            table[value] = (byte)Math.Clamp((value - low) * 255 / (high - low), 0, 255);
        return new(Width, Height, Array.ConvertAll(Luminance, value => table[value]));
    }

    /// <summary>Inverts white on black to black on white.</summary>
    public GrayPicture Negative() => new(Width, Height, Array.ConvertAll(Luminance, value => (byte)(255 - value)));

    /// <summary>The four corners, each a little more than half as wide and high, so that nothing is split in all of them.</summary>
    public IEnumerable<GrayPicture> Quarters()
    {
        var (width, height) = (Width * 3 / 5, Height * 3 / 5);
        foreach (var (left, top) in ((int, int)[])[(Width - width, 0), (0, 0), (0, Height - height), (Width - width, Height - height)])
        {
            var part = new byte[width * height];
            for (var y = 0; y < height; y++)
                Luminance.AsSpan(((top + y) * Width) + left, width).CopyTo(part.AsSpan(y * width));
            yield return new(width, height, part);
        }
    }

    private static int Level(int[] counts, int share)
    {
        var seen = 0;
        for (var value = 0; value < 256; value++)
        {
            seen += counts[value];
            if (seen > share)
                return value;
        }

        return 255;
    }
}

namespace Portal.Domain.Paper.QrReading.Pictures;

/// <summary>How the pixels of a PNG are packed into bytes.</summary>
internal sealed class PngPixels(int depth, int colorType, byte[] palette)
{
    private const int Colors = 2;
    private const int Indexed = 3;
    private readonly int _samples = colorType switch { Colors => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>The distance, in bytes, to the byte PNG filters compare with.</summary>
    public int BytesApart => Math.Max(1, depth * _samples / 8);

    public int RowLength(int columns) => (int)((((long)columns * depth * _samples) + 7) / 8);

    /// <summary>Blends transparent pixels with a white background.</summary>
    public byte Gray(byte[] row, int column)
    {
        if (depth < 8)
            return Small(row, column);
        var size = depth / 8;
        var at = column * _samples * size;
        if (colorType == Indexed)
            return Palette(row[at]);
        if (colorType is 0 or 4)
            return OnWhite(row[at], colorType == 4 ? row[at + size] : 255);
        return OnWhite(Mix(row[at], row[at + size], row[at + (2 * size)]), colorType == 6 ? row[at + (3 * size)] : 255);
    }

    private byte Small(byte[] row, int column)
    {
        var bit = column * depth;
        var value = (row[bit / 8] >> (8 - depth - (bit % 8))) & ((1 << depth) - 1);
        return colorType == Indexed ? Palette(value) : (byte)(value * 255 / ((1 << depth) - 1));
    }

    private byte Palette(int index) => (3 * index) + 2 < palette.Length
        ? (byte)Mix(palette[3 * index], palette[(3 * index) + 1], palette[(3 * index) + 2])
        : (byte)255;

    private static int Mix(int red, int green, int blue) => (red + (2 * green) + blue) / 4;

    private static byte OnWhite(int gray, int alpha) => (byte)(255 - ((255 - gray) * alpha / 255));
}

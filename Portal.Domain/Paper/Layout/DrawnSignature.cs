using System.Buffers.Binary;
using Portal.Domain.Paper.Drawing;

namespace Portal.Domain.Paper.Layout;

/// <summary>A PNG small enough to decode safely.</summary>
internal sealed record DrawnSignature(byte[] Png, int PixelWidth, int PixelHeight)
{
    private const int MaxPixelsAcross = 2000;
    private static ReadOnlySpan<byte> Start => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    /// <summary>Null for anything else. The typed name is the signature; the drawing is optional.</summary>
    public static DrawnSignature? Read(byte[]? bytes)
    {
        if (bytes is null || bytes.Length is < 45 or > SignatureBlock.LargestDrawing || !bytes.AsSpan().StartsWith(Start))
            return null;
        var width = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20));
        return width is > 0 and <= MaxPixelsAcross && height is > 0 and <= MaxPixelsAcross && PngImage.CanBeRead(bytes)
            ? new DrawnSignature(bytes, width, height)
            : null;
    }

    /// <summary>The largest size in points that fits and keeps the aspect ratio.</summary>
    public (double Width, double Height) Within(double width, double height)
    {
        var scale = Math.Min(width / PixelWidth, height / PixelHeight);
        return (PixelWidth * scale, PixelHeight * scale);
    }
}

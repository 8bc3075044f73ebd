using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Checks that a PNG is a complete image of acceptable size.</summary>
internal static class PngStructure
{
    private static readonly HashSet<string> KnownCritical = ["IHDR", "PLTE", "IDAT", "IEND"];

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static FileVerdict.Refused? Check(ReadOnlySpan<byte> bytes, FileLimits limits)
    {
        if (PngChunks.Parse(bytes) is not { } chunks)
            return Refusals.Broken;
        if (chunks[0].Type != "IHDR" || chunks.Count(c => c.Type == "IHDR") != 1 || !chunks.Exists(c => c.Type == "IDAT")
            || chunks.Exists(c => c.IsCritical && !KnownCritical.Contains(c.Type)) || chunks[^1].End - chunks[^1].Start != 12)
            return Refusals.Broken;
        var header = chunks[0].PayloadOf(bytes);
        if (header.Length != 13 || !IsKnownColor(header[9], header[8]) || header[10] != 0 || header[11] != 0 || header[12] > 1)
            return Refusals.Broken;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
            return Refusals.Broken;
        // What follows the picture isn't looked at: copies end with the picture.
        return (long)width * height > limits.MaxPixels ? Refusals.OverPixels(limits.MaxPixels) : null;
    }

    private static bool IsKnownColor(byte type, byte depth) => type switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        3 => depth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => depth is 8 or 16,
        _ => false,
    };
}

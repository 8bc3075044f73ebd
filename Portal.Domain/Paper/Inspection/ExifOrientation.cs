using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>The one EXIF value needed to show an image upright.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>1 to 8; 1 (upright) when the TIFF block has no readable value.</summary>
    public static byte Of(ReadOnlySpan<byte> tiff)
    {
        var little = tiff.StartsWith("II*\0"u8);
        if ((!little && !tiff.StartsWith("MM\0*"u8)) || tiff.Length < 10)
            return 1;
        var directory = Read32(tiff[4..], little);
        if (directory > tiff.Length - 2)
            return 1;
        var entries = tiff[(int)directory..];
        var count = Read16(entries, little);
        for (var (entry, at) = (0, 2); entry < count && at + 12 <= entries.Length; entry++, at += 12)
        {
            if (Read16(entries[at..], little) == Tag)
                return Read16(entries[(at + 8)..], little) is >= 1 and <= 8 and var value ? (byte)value : (byte)1;
        }

        return 1;
    }

    /// <summary>A TIFF block with only the orientation.</summary>
    public static byte[] Minimal(byte orientation) =>
        [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];

    private static ushort Read16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

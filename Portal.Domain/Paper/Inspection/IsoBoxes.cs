using System.Buffers.Binary;
using System.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>One box of the ISO base media format (ISO/IEC 14496-12).</summary>
internal readonly record struct IsoBox(string Type, int Start, int Payload, int End);

/// <summary>Splits a range of bytes into boxes.</summary>
internal static class IsoBoxes
{
    private const int MaxBoxes = 10_000;

    /// <summary>The boxes that fill the range exactly, or null when their sizes don't add up.</summary>
    public static List<IsoBox>? Parse(ReadOnlySpan<byte> bytes, int at, int end)
    {
        var boxes = new List<IsoBox>();
        while (at < end)
        {
            if (end - at < 8 || boxes.Count == MaxBoxes)
                return null;
            long size = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var header = 8;
            if (size == 1)
            {
                if (end - at < 16)
                    return null;
                (size, header) = (BinaryPrimitives.ReadInt64BigEndian(bytes[(at + 8)..]), 16);
            }
            else if (size == 0)
            {
                size = end - at;
            }

            var type = bytes.Slice(at + 4, 4);
            if (size < header || size > end - at || type.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
                return null;
            boxes.Add(new(Encoding.ASCII.GetString(type), at, at + header, at + (int)size));
            at += (int)size;
        }

        return boxes;
    }
}

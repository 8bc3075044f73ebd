using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>One marker segment. A scan's segment includes its entropy-coded data, up to the next marker.</summary>
internal readonly record struct JpegSegment(byte Marker, int Start, int Payload, int End);

/// <summary>Splits a JPEG into its marker segments.</summary>
internal static class JpegSegments
{
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    private const int MaxSegments = 10_000;

    public static ReadOnlySpan<byte> Start => [0xFF, 0xD8, 0xFF];

    /// <summary>The segments after SOI through EOI, or null when they aren't well-formed.</summary>
    public static List<JpegSegment>? Parse(ReadOnlySpan<byte> bytes)
    {
        var segments = new List<JpegSegment>();
        if (!bytes.StartsWith(Start))
            return null;
        for (var at = 2; segments.Count < MaxSegments;)
        {
            var start = at;
            if (at >= bytes.Length || bytes[at] != 0xFF)
                return null;
            var filled = bytes[at..].IndexOfAnyExcept((byte)0xFF);
            if (filled < 0)
                return null;
            at += filled;
            var marker = bytes[at++];
            if (marker == EndOfImage)
            {
                segments.Add(new(marker, start, at, at));
                return segments;
            }

            // Standalone markers (RST, SOI, TEM) aren't allowed between segments.
            if (marker is < 0x02 or (>= 0xD0 and <= 0xD8) || at + 2 > bytes.Length)
                return null;
            var size = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            var end = at + size;
            if (size < 2 || end > bytes.Length)
                return null;
            if (marker == StartOfScan && (end = EndOfScan(bytes, end)) < 0)
                return null;
            segments.Add(new(marker, start, at + 2, end));
            at = end;
        }

        return null;
    }

    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (true)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
                return -1;
            at += next;
            var follows = bytes[at + 1];
            if (follows is 0x00 or (>= 0xD0 and <= 0xD7))
                at += 2;
            else if (follows == 0xFF)
                at++;
            else
                return at;
        }
    }
}

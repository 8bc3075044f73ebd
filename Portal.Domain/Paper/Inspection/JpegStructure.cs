using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Checks that a JPEG is a complete image of acceptable size.</summary>
internal static class JpegStructure
{
    /// <summary>What follows the picture (a film, a depth map, a maker's own data) isn't looked at: copies end with the picture.</summary>
    public static FileVerdict.Refused? Check(ReadOnlySpan<byte> bytes, FileLimits limits) =>
        JpegSegments.Parse(bytes) is { } segments ? CheckPicture(bytes, segments, limits) : Refusals.Broken;

    private static FileVerdict.Refused? CheckPicture(ReadOnlySpan<byte> bytes, List<JpegSegment> segments, FileLimits limits)
    {
        var frames = segments.FindAll(s => s.Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC));
        var scan = segments.FindIndex(s => s.Marker == JpegSegments.StartOfScan);
        if (frames is not [var frame] || scan < segments.IndexOf(frame))
            return Refusals.Broken;
        var header = bytes[frame.Payload..frame.End];
        if (header.Length < 9 || header.Length != 6 + (3 * header[5]) || header[0] is not (8 or 12))
            return Refusals.Broken;
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(header[1..]), BinaryPrimitives.ReadUInt16BigEndian(header[3..]));
        if (height == 0 || width == 0)
            return Refusals.Broken;
        return (long)height * width > limits.MaxPixels ? Refusals.OverPixels(limits.MaxPixels) : null;
    }
}

using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Checks that a JPEG is one complete image of acceptable size.</summary>
internal static class JpegStructure
{
    private const int MaxPictures = 8;
    private const int LongestMakerTrailer = 4096;

    public static FileVerdict.Refused? Check(ReadOnlySpan<byte> bytes, FileLimits limits)
    {
        for (var picture = 0; picture < MaxPictures; picture++)
        {
            if (JpegSegments.Parse(bytes) is not { } segments)
                return picture == 0 ? Refusals.Broken : Refusals.HiddenInImage;
            if (CheckPicture(bytes, segments, limits) is { } refused)
                return refused;
            bytes = bytes[segments[^1].End..];
            if (Padding.IsAll(bytes) || IsMakerTrailer(bytes))
                return null;
            // Phones append more images (gain map, depth map: CIPA DC-007). Each must be a complete JPEG too.
            bytes = bytes[Math.Max(0, bytes.IndexOfAnyExcept((byte)0))..];
        }

        return Refusals.HiddenInImage;
    }

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

    /// <summary>Samsung cameras end every photo with their own short directory.</summary>
    private static bool IsMakerTrailer(ReadOnlySpan<byte> rest) =>
        rest.Length <= LongestMakerTrailer && rest.EndsWith("SEFT"u8) && rest.IndexOf("SEFH"u8) >= 0 && !rest.Contains((byte)'<');
}

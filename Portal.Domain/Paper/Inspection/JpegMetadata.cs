namespace Portal.Domain.Paper.Inspection;

/// <summary>Copies a JPEG without the segments that can identify a person and without anything after the image.</summary>
internal static class JpegMetadata
{
    private const byte App0 = 0xE0;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;

    private static ReadOnlySpan<byte> ExifHeader => "Exif\0\0"u8;

    public static byte OrientationOf(ReadOnlySpan<byte> bytes) => JpegSegments.Parse(bytes) is { } segments ? Orientation(bytes, segments) : (byte)1;

    public static byte[]? Strip(ReadOnlySpan<byte> bytes)
    {
        if (JpegSegments.Parse(bytes) is not { } segments)
            return null;
        using var clean = new MemoryStream(bytes.Length);
        clean.Write([0xFF, 0xD8]);
        // JFIF must come first and EXIF right after it.
        foreach (var jfif in segments.FindAll(s => s.Marker == App0))
            WriteJfif(clean, bytes[jfif.Payload..jfif.End]);
        WriteOrientation(clean, Orientation(bytes, segments));
        foreach (var segment in segments)
        {
            if (Keeps(segment.Marker, bytes[segment.Payload..segment.End]))
                clean.Write(bytes[segment.Start..segment.End]);
        }

        return clean.ToArray();
    }

    /// <summary>Application segments are dropped, except the two that affect how colors are read.</summary>
    private static bool Keeps(byte marker, ReadOnlySpan<byte> payload) => marker switch
    {
        App2 => payload.StartsWith("ICC_PROFILE\0"u8),
        App14 => payload.StartsWith("Adobe"u8),
        Comment or (>= App0 and <= App15) => false,
        _ => true,
    };

    private static void WriteJfif(MemoryStream clean, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 14 || !payload.StartsWith("JFIF\0"u8))
            return;
        // Version, units and density stay; the thumbnail may show what was cropped away.
        clean.Write([0xFF, App0, 0, 16, .. payload[..12], 0, 0]);
    }

    private static byte Orientation(ReadOnlySpan<byte> bytes, List<JpegSegment> segments)
    {
        foreach (var segment in segments)
        {
            var payload = bytes[segment.Payload..segment.End];
            if (segment.Marker == 0xE1 && payload.StartsWith(ExifHeader))
                return ExifOrientation.Of(payload[ExifHeader.Length..]);
        }

        return 1;
    }

    private static void WriteOrientation(MemoryStream clean, byte orientation)
    {
        if (orientation == 1)
            return;
        var tiff = ExifOrientation.Minimal(orientation);
        clean.Write([0xFF, 0xE1, 0, (byte)(2 + ExifHeader.Length + tiff.Length), .. ExifHeader, .. tiff]);
    }
}

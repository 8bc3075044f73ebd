namespace Portal.Domain.Paper.Inspection;

/// <summary>Removes location, camera, owner, and comments from a photo without changing a pixel. Only the orientation stays.</summary>
public static class ImageMetadata
{
    /// <summary>The EXIF orientation, 1 to 8. 1 is upright, and also the result for anything else.</summary>
    public static byte OrientationOf(ReadOnlySpan<byte> image) => FileSignature.KindOf(image) switch
    {
        FileKind.Jpeg => JpegMetadata.OrientationOf(image),
        FileKind.Png => PngMetadata.OrientationOf(image),
        _ => 1,
    };

    /// <summary>A copy of a JPEG or PNG image without its metadata, positioned at its start.</summary>
    /// <exception cref="InvalidDataException">It isn't such an image, or it's incomplete.</exception>
    public static MemoryStream Strip(Stream image)
    {
        using var copy = new MemoryStream();
        image.CopyTo(copy);
        var bytes = copy.ToArray();
        var clean = FileSignature.KindOf(bytes) switch
        {
            FileKind.Jpeg => JpegMetadata.Strip(bytes),
            FileKind.Png => PngMetadata.Strip(bytes),
            _ => null,
        } ?? throw new InvalidDataException("This is not a whole JPEG or PNG image.");
        return new MemoryStream(clean, writable: false);
    }
}

namespace Portal.Domain.Paper.Inspection;

/// <summary>Removes place, camera, owner and comments from a photo without touching a pixel; only its orientation stays.</summary>
public static class ImageMetadata
{
    /// <summary>How the camera was held (EXIF orientation): 1 to 8, 1 being upright, also for a HEIC and for anything unreadable.</summary>
    public static byte OrientationOf(ReadOnlySpan<byte> image) => FileSignature.KindOf(image) switch
    {
        FileKind.Jpeg => JpegMetadata.OrientationOf(image),
        FileKind.Png => PngMetadata.OrientationOf(image),
        _ => 1,
    };

    /// <summary>A copy of a JPEG, PNG or HEIC image without its metadata, positioned at its start.</summary>
    /// <exception cref="InvalidDataException">It is no such image, or not a whole one.</exception>
    public static MemoryStream Strip(Stream image)
    {
        using var copy = new MemoryStream();
        image.CopyTo(copy);
        var bytes = copy.ToArray();
        var clean = FileSignature.KindOf(bytes) switch
        {
            FileKind.Jpeg => JpegMetadata.Strip(bytes),
            FileKind.Png => PngMetadata.Strip(bytes),
            FileKind.Heic => HeicMetadata.Blank(bytes),
            _ => null,
        } ?? throw new InvalidDataException("This is not a whole JPEG, PNG or HEIC image.");
        return new MemoryStream(clean, writable: false);
    }
}

namespace Portal.Domain.Paper.Inspection;

/// <summary>The kinds of files we accept.</summary>
public enum FileKind
{
    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>A photo, usually.</summary>
    Jpeg,

    /// <summary>A screenshot, usually.</summary>
    Png,

    /// <summary>HEIC or HEIF, the format of iPhone photos.</summary>
    Heic,

    /// <summary>AVIF, the format of some newer phones and of pictures saved from web pages.</summary>
    Avif,

    /// <summary>TIFF, the format of faxes and of many scanners, often with several pages.</summary>
    Tiff,

    /// <summary>WebP, the format of pictures saved from web pages.</summary>
    WebP,

    /// <summary>A Windows bitmap.</summary>
    Bmp,

    /// <summary>GIF. Only its first picture counts.</summary>
    Gif,
}

/// <summary>The usual media type and name ending of each kind.</summary>
public static class FileKinds
{
    /// <summary>The media type.</summary>
    public static string ContentType(this FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Heic => "image/heic",
        FileKind.Avif => "image/avif",
        FileKind.Tiff => "image/tiff",
        FileKind.WebP => "image/webp",
        FileKind.Bmp => "image/bmp",
        _ => "image/gif",
    };

    /// <summary>The kind with this media type; null for none of ours.</summary>
    public static FileKind? OfContentType(string contentType) =>
        Enum.GetValues<FileKind>().Cast<FileKind?>().FirstOrDefault(kind => kind!.Value.ContentType() == contentType);

    /// <summary>Endings of names that say this kind, the usual one first.</summary>
    public static IReadOnlyList<string> Endings(this FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Jpeg => [".jpg", ".jpeg", ".jpe", ".jfif"],
        FileKind.Png => [".png"],
        FileKind.Heic => [".heic", ".heif", ".hif"],
        FileKind.Avif => [".avif"],
        FileKind.Tiff => [".tiff", ".tif"],
        FileKind.WebP => [".webp"],
        FileKind.Bmp => [".bmp", ".dib"],
        _ => [".gif"],
    };
}

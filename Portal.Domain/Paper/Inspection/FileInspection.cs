namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// Decides whether a file is what its name says: the extension, first bytes, and structure must agree. Nothing is decoded, and
/// only the given bytes are examined. Viruses are left to the scanner.
/// </summary>
public static class FileInspection
{
    /// <summary>Inspects a seekable stream from its start.</summary>
    public static FileVerdict Inspect(string claimedName, Stream content, FileLimits? limits = null)
    {
        limits ??= FileLimits.Default;
        if (content.Length == 0)
            return Refusals.NoBytes;
        if (content.Length > Math.Min(limits.MaxBytes, Array.MaxLength))
            return Refusals.OverSize(limits.MaxBytes);
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return Inspect(SafeFileName.ExtensionOf(claimedName), bytes, limits);
    }

    private static FileVerdict Inspect(string extension, byte[] bytes, FileLimits limits)
    {
        if (FileSignature.KindOf(bytes) is not { } kind)
            return FileSignature.Refuse(bytes);
        if (!Extensions(kind).Contains(extension))
            return Refusals.Misnamed(kind);
        if (ZipTail.IsPresent(bytes))
            return kind == FileKind.Pdf ? Refusals.HiddenInPdf : Refusals.HiddenInImage;
        // PDF viewers look for their header in the first 1024 bytes, whatever the file claims to be.
        if (kind != FileKind.Pdf && bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
            return Refusals.HiddenInImage;
        return kind switch
        {
            FileKind.Pdf => PdfStructure.Check(bytes),
            FileKind.Jpeg => JpegStructure.Check(bytes, limits),
            FileKind.Png => PngStructure.Check(bytes, limits),
            _ => HeicStructure.Check(bytes, limits),
        } ?? (FileVerdict)new FileVerdict.Accepted(kind);
    }

    private static string[] Extensions(FileKind kind) => kind switch
    {
        FileKind.Pdf => [".pdf"],
        FileKind.Jpeg => [".jpg", ".jpeg", ".jpe", ".jfif"],
        FileKind.Png => [".png"],
        _ => [".heic", ".heif", ".hif"],
    };
}

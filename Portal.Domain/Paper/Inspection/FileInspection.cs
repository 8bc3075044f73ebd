namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// Decides by its content what kind of file this is, whatever its name says, and whether it's whole and of acceptable size. Nothing
/// is decoded. What else may be in it doesn't matter here: people get a copy without it (<see cref="Harmless.FileCopies"/>).
/// </summary>
public static class FileInspection
{
    /// <summary>Inspects the bytes of a file.</summary>
    public static FileVerdict Inspect(byte[] file, FileLimits? limits = null)
    {
        limits ??= FileLimits.Default;
        if (file.Length == 0)
            return Refusals.NoBytes;
        if (file.Length > limits.MaxBytes)
            return Refusals.OverSize(limits.MaxBytes);
        if (FileSignature.KindOf(file) is not { } kind)
            return FileSignature.Refuse(file);
        return kind switch
        {
            FileKind.Pdf => PdfStructure.Check(file),
            FileKind.Jpeg => JpegStructure.Check(file, limits),
            FileKind.Png => PngStructure.Check(file, limits),
            // Whatever decodes the others checks them, where it can do no harm.
            _ => null,
        } ?? (FileVerdict)new FileVerdict.Accepted(kind);
    }
}

namespace Portal.Domain.Paper.Inspection;

/// <summary>Copies a JPEG 2000 file without the boxes that hold XMP, EXIF, or anything of a vendor's own (ISO/IEC 15444-1, annex I).</summary>
internal static class Jpeg2000Metadata
{
    private static readonly HashSet<string> Kept = ["jP  ", "ftyp", "jp2h", "jp2c", "rreq", "jpch", "jplh"];

    /// <summary>The same bytes when it isn't made of boxes.</summary>
    public static byte[] Strip(byte[] file)
    {
        if (file.Length < 12 || IsoBoxes.Parse(file, 0, file.Length) is not { } boxes || !boxes.Exists(box => box.Type == "jp2c"))
            return file;
        using var clean = new MemoryStream(file.Length);
        foreach (var box in boxes.Where(box => Kept.Contains(box.Type)))
            clean.Write(file.AsSpan(box.Start..box.End));
        return clean.ToArray();
    }
}

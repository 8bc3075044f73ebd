namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// Blanks the metadata of a HEIC image in place, because removing it would move every image tile the item table points to.
/// The file keeps its length and its orientation, which isn't stored in EXIF.
/// </summary>
internal static class HeicMetadata
{
    private static readonly HashSet<string> Kept = ["ftyp", "meta", "mdat", "moov", "free", "skip"];

    public static byte[]? Blank(ReadOnlySpan<byte> image)
    {
        var bytes = image.ToArray();
        if (HeifBoxes.Parse(bytes, 0, bytes.Length) is not { } boxes || boxes.FindAll(b => b.Type == "meta") is not [var meta])
            return null;
        // Vendor boxes, such as motion video with sound, or XMP in a uuid box.
        foreach (var box in boxes.Where(b => !Kept.Contains(b.Type) || b.Type is "free" or "skip"))
        {
            "free"u8.CopyTo(bytes.AsSpan(box.Start + 4));
            bytes.AsSpan(box.Payload, box.End - box.Payload).Clear();
        }

        try
        {
            foreach (var (start, length) in HeifItems.MetadataExtents(bytes, meta))
                BlankItem(bytes.AsSpan(checked((int)start), checked((int)length)));
        }
        catch (Exception malformed) when (malformed is ArgumentException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            return null;
        }

        return bytes;
    }

    /// <summary>An empty TIFF block, after HEIF's offset prefix, where it fits; zeros elsewhere.</summary>
    private static void BlankItem(Span<byte> item)
    {
        item.Clear();
        if (item.Length >= 18)
            "MM\0*\0\0\0\u0008"u8.CopyTo(item[4..]);
    }
}

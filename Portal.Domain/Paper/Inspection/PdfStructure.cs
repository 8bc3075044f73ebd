namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// Checks that a PDF is complete, opens without a password, and has no active content. It reads names, not the object graph:
/// a name anywhere in the file counts, because a viewer might reach it.
/// </summary>
internal static class PdfStructure
{
    private const int TailLength = 1024;

    private static readonly HashSet<string> ActiveNames =
        ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition", "XFA"];

    public static FileVerdict.Refused? Check(byte[] file)
    {
        ReadOnlySpan<byte> bytes = file;
        var header = bytes.IndexOf("%PDF-"u8);
        var before = bytes[..header];
        if (before.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            before = before[3..];
        if (!Padding.IsAll(before))
            return Refusals.HiddenInPdf;
        if (header + 8 > bytes.Length || bytes[header + 5] is not ((byte)'1' or (byte)'2') || bytes[header + 6] != '.')
            return Refusals.Broken;
        var end = bytes.LastIndexOf("%%EOF"u8);
        if (end < 0 || bytes[..end].LastIndexOf("startxref"u8) < 0)
            return Refusals.Broken;
        var after = bytes[(end + 5)..];
        if (after.Length > TailLength || !Padding.IsAll(after))
            return Refusals.HiddenInPdf;
        return CheckNames(bytes) ?? (PdfTraps.AreInTheOpen(bytes) ? Refusals.Broken : PdfObjectStreams.Check(file, CheckPacked));
    }

    /// <summary>Whether it asks for a password, or is at least encrypted.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) => PdfNames.Any(bytes, (name, _) => name == "Encrypt");

    private static FileVerdict.Refused? CheckPacked(ReadOnlySpan<byte> bytes) => CheckNames(bytes) ?? PdfTraps.CheckPacked(bytes);

    private static FileVerdict.Refused? CheckNames(ReadOnlySpan<byte> bytes)
    {
        FileVerdict.Refused? refused = null;
        PdfNames.Any(bytes, (name, _) => (refused = name == "Encrypt" ? Refusals.Locked : ActiveNames.Contains(name) ? Refusals.Active : null) is not null);
        return refused;
    }
}

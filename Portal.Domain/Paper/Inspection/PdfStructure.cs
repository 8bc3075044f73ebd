namespace Portal.Domain.Paper.Inspection;

/// <summary>The frame of a PDF: its header, and whether it's encrypted.</summary>
internal static class PdfStructure
{
    public static FileVerdict.Refused? Check(ReadOnlySpan<byte> file)
    {
        var bytes = file[Header(file)..];
        return bytes.Length < 8 || bytes[5] is not ((byte)'1' or (byte)'2') || bytes[6] != '.' ? Refusals.Broken : null;
    }

    /// <summary>The file from its header on. Offsets count from there, whatever came before.</summary>
    public static ReadOnlySpan<byte> FromHeader(ReadOnlySpan<byte> file) => file[Math.Max(0, Header(file))..];

    /// <summary>Whether it may be encrypted: something names the dictionary that says how. The word alone is only text.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) => PdfNames.Any(bytes, (name, behind) =>
        name == "Encrypt" && behind.TrimStart(" \r\n\t\f\0"u8) is [(>= (byte)'0' and <= (byte)'9') or (byte)'<' or (byte)'%', ..]);

    private static int Header(ReadOnlySpan<byte> file) => file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8);
}

using System.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Identifies the kind of a file by its first bytes.</summary>
internal static class FileSignature
{
    public static FileKind? KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(JpegSegments.Start))
            return FileKind.Jpeg;
        if (bytes.StartsWith(PngStructure.Signature))
            return FileKind.Png;
        if (bytes.Length > 8 && bytes[4..8].SequenceEqual("ftyp"u8))
            return HeicStructure.HasKnownBrand(bytes) ? FileKind.Heic : null;
        // PdfStructure judges what comes before the header, unless it's clearly another kind of file.
        return bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : null;
    }

    /// <summary>The most helpful refusal for a file of a kind we don't accept.</summary>
    public static FileVerdict.Refused Refuse(ReadOnlySpan<byte> bytes) =>
        IsOfficeDocument(bytes) ? Refusals.Office
        : IsArchive(bytes) ? Refusals.ZipFile
        : IsMarkup(bytes) ? Refusals.Web
        : IsOtherImage(bytes) ? Refusals.Image
        : Refusals.Unknown;

    private static bool IsOfficeDocument(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        || bytes.StartsWith("{\\rtf"u8)
        || (bytes.StartsWith("PK\u0003\u0004"u8)
            && (bytes.IndexOf("[Content_Types].xml"u8) >= 0 || bytes.IndexOf("vnd.oasis.opendocument"u8) >= 0 || bytes.IndexOf("Index/Document.iwa"u8) >= 0));

    private static bool IsArchive(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("Rar!"u8) || bytes.StartsWith("BZh"u8) || bytes.StartsWith("MSCF"u8)
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])
        || (bytes.Length > 262 && bytes[257..262].SequenceEqual("ustar"u8)) || ZipTail.IsPresent(bytes);

    private static bool IsMarkup(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        var text = (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(head)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(head)
            : Encoding.UTF8.GetString(head)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        return text.StartsWith('<') || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<svg", StringComparison.OrdinalIgnoreCase) || text.Contains("<script", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOtherImage(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("GIF8"u8) || bytes.StartsWith("BM"u8) || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8)
        || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
        || (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) && bytes[8..11].SequenceEqual("avi"u8));
}

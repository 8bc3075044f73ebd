using System.Buffers.Binary;
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
            return HeifBrands.KindOf(bytes);
        if (bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8))
            return FileKind.Tiff;
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
            return FileKind.WebP;
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return FileKind.Gif;
        if (IsBitmap(bytes))
            return FileKind.Bmp;
        return IsPdf(bytes) ? FileKind.Pdf : null;
    }

    // Viewers look for the header in the first 1024 bytes. Printer commands or an email's headers may come before it, but a file that
    // starts as another kind is of that kind.
    private static bool IsPdf(ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) is >= 0 and var header
        && (header == 0 || !(IsOfficeDocument(bytes) || IsArchive(bytes) || IsMarkup(bytes[..header]) || IsProgram(bytes) || IsOtherImage(bytes)));

    private static bool IsProgram(ReadOnlySpan<byte> bytes) => bytes.StartsWith("MZ"u8) || bytes.StartsWith("\u007fELF"u8) || bytes.StartsWith("#!"u8);

    /// <summary>Two letters are little to go by, so the header's own size has to be one that exists.</summary>
    private static bool IsBitmap(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 26 && bytes.StartsWith("BM"u8)
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]) is 12 or 40 or 52 or 56 or 64 or 108 or 124;

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
        || (bytes.Length > 262 && bytes[257..262].SequenceEqual("ustar"u8));

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
        bytes.StartsWith("GIF8"u8) || bytes.StartsWith("BM"u8) || bytes.StartsWith("8BPS"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, 0x6A, 0x50]);
}

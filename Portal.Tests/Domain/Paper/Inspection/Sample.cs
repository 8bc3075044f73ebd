using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Tests.Domain.Paper.Inspection;

/// <summary>Small valid files, built byte by byte.</summary>
internal static partial class Sample
{
    public const string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*";

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>A PDF with one empty page, and more objects from number 4 on.</summary>
    public static byte[] PlainPdf(string objects = "", string trailer = "", string inCatalog = "", string inPage = "")
    {
        var file = $"%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {inCatalog} >>\nendobj\n"
            + "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + $"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {inPage} >>\nendobj\n" + objects;
        var places = ObjectStart().Matches(file).Select(m => (Number: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m.Index));
        var table = string.Concat(places.Select(p => $"{p.Number} 1\n{p.Index:D10} 00000 n \n"));
        return Ascii($"{file}xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Size 100 /Root 1 0 R {trailer} >>\nstartxref\n{file.Length}\n%%EOF\n");
    }

    /// <summary>A PDF whose single object stream contains the given text.</summary>
    public static byte[] PdfWithObjectStream(string inner, string dictionary = "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Ascii(inner));
        return PlainPdf($"5 0 obj\n<< {dictionary} /Length {packed.Length} >>\nstream\r\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj\n");
    }

    public static byte[] JpegSegment(byte marker, params byte[] payload) =>
        [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];

    public static byte[] Jpeg(int width = 8, int height = 8, params byte[][] extraSegments) =>
    [
        0xFF, 0xD8, .. JpegSegment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. extraSegments.SelectMany(s => s),
        .. JpegSegment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. JpegSegment(0xC0, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0),
        .. JpegSegment(0xC4, [0, 1, .. new byte[15], 0]), .. JpegSegment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. JpegSegment(0xDA, 1, 1, 0, 0, 63, 0), 0x3F, 0xFF, 0x00, 0xFF, 0xD0, 0x3F, 0xFF, 0xFF, 0xD9,
    ];

    public static byte[] Exif(byte orientation, string secret, bool little = true) => little
        ? [
            .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, (byte)secret.Length, 0, 0, 0, 38, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation,
            0, 0, 0, 0, 0, 0, 0, .. Ascii(secret)
        ]
        : [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. Ascii(secret)];

    public static byte[] PngChunk(string type, params byte[] payload)
    {
        byte[] body = [.. Ascii(type), .. payload];
        return [.. Big(payload.Length), .. body, .. Big((int)Crc(body))];
    }

    public static byte[] Png(int width = 1, int height = 1, params byte[][] extraChunks)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write([0, 0]);
        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8, .. PngChunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]),
            .. extraChunks.SelectMany(c => c), .. PngChunk("IDAT", packed.ToArray()), .. PngChunk("IEND"),
        ];
    }

    public static byte[] Box(string type, params byte[] payload) => [.. Big(payload.Length + 8), .. Ascii(type), .. payload];

    /// <summary>The beginning of a HEIF file of this brand. No decoder finds a picture in it.</summary>
    public static byte[] Heif(string brand = "heic") => [.. Box("ftyp", [.. Ascii(brand), 0, 0, 0, 0, .. Ascii(brand)]), .. Box("mdat", 1, 2, 3, 4)];

    public static byte[] Zip(string entry = "a.txt", string content = "hello")
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry(entry, CompressionLevel.NoCompression).Open()))
            writer.Write(content);
        return stream.ToArray();
    }

    public static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    [GeneratedRegex(@"^(\d+) 0 obj", RegexOptions.Multiline)]
    private static partial Regex ObjectStart();

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}

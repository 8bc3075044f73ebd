using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Domain.Paper.Inspection;

/// <summary>Small valid files, built byte by byte.</summary>
internal static class Sample
{
    public const string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*";

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] PlainPdf(string objects = "", string trailer = "") => Ascii(
        "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        + objects + $"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R {trailer} >>\nstartxref\n120\n%%EOF\n");

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

    /// <summary>A HEIC file with one image size, and an EXIF item in its mdat if a secret is given.</summary>
    public static byte[] Heic(int width = 8, int height = 8, string brand = "heic", string secret = "", params byte[][] extraBoxes)
    {
        var type = Box("ftyp", [.. Ascii(brand), 0, 0, 0, 0, .. Ascii(brand)]);
        var size = Box("iprp", Box("ipco", Box("ispe", [0, 0, 0, 0, .. Big(width), .. Big(height)])));
        var item = Box("iinf", [0, 0, 0, 0, 0, 1, .. Box("infe", [2, 0, 0, 1, 0, 7, 0, 0, .. "Exif"u8, 0])]);
        byte[] Location(int at) => Box("iloc", [0, 0, 0, 0, 0x44, 0, 0, 1, 0, 7, 0, 0, 0, 1, .. Big(at), .. Big(secret.Length)]);
        byte[] Meta(int at) => Box("meta", [0, 0, 0, 0, .. size, .. secret.Length == 0 ? [] : item, .. secret.Length == 0 ? [] : Location(at)]);
        var start = type.Length + Meta(0).Length + 8;
        return [.. type, .. Meta(start), .. Box("mdat", [.. Ascii(secret), 1, 2, 3, 4]), .. extraBoxes.SelectMany(b => b)];
    }

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

using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Paper.Drawing;

/// <summary>One object as it goes in the finished file. Anything not understood, or huge, is copied as it is.</summary>
internal static partial class FinishedStream
{
    /// <summary>PDFsharp's own streams are far smaller; one from another PDF may be a decompression bomb.</summary>
    private const int MaxInflated = 32 * 1024 * 1024;

    public static byte[] Of(ReadOnlySpan<byte> written, string? metadata)
    {
        var keyword = written.IndexOf("stream\n"u8);
        if (keyword < 0)
            return written.ToArray();
        var head = Encoding.Latin1.GetString(written[..keyword]);
        var length = Length().Match(head);
        var start = keyword + "stream\n".Length;
        if (!length.Success || !int.TryParse(length.Groups[1].Value, CultureInfo.InvariantCulture, out var size) || size > written.Length - start)
            return written.ToArray();
        if (metadata is not null && head.Contains("/Type/Metadata", StringComparison.Ordinal))
            return With(head, length, Encoding.UTF8.GetBytes(metadata));
        var data = written.Slice(start, size);
        if (!head.Contains("/Filter/FlateDecode", StringComparison.Ordinal) || Inflated(data) is not { } content)
            return written.ToArray();
        if (CharacterTable.Mended(content) is { } mended)
            return With(head, length, Deflated(mended));
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Adler32(content));
        return data.EndsWith(checksum) ? written.ToArray() : With(head, length, [.. data, .. checksum]);
    }

    private static byte[] With(string head, Match length, byte[] data) =>
    [
        .. Encoding.Latin1.GetBytes(head[..length.Groups[1].Index]),
        .. Encoding.Latin1.GetBytes(data.Length.ToString(CultureInfo.InvariantCulture)),
        .. Encoding.Latin1.GetBytes(head[(length.Groups[1].Index + length.Groups[1].Length)..]),
        .. "stream\n"u8,
        .. data,
        .. "\nendstream\nendobj\n"u8,
    ];

    private static byte[]? Inflated(ReadOnlySpan<byte> data)
    {
        try
        {
            using var deflated = new MemoryStream(data[Math.Min(2, data.Length)..].ToArray());
            using var inflate = new DeflateStream(deflated, CompressionMode.Decompress);
            using var content = new MemoryStream();
            var buffer = new byte[32 * 1024];
            while (inflate.Read(buffer) is > 0 and var read)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MaxInflated)
                    return null;
            }

            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(content);
        return packed.ToArray();
    }

    /// <summary>RFC 1950; sums of 5,000 bytes cannot overflow.</summary>
    private static uint Adler32(byte[] content)
    {
        uint low = 1, high = 0;
        foreach (var part in content.Chunk(5000))
        {
            foreach (var value in part)
            {
                low += value;
                high += low;
            }

            low %= 65521;
            high %= 65521;
        }

        return (high << 16) | low;
    }

    [GeneratedRegex(@"/Length (\d+)(?! \d+ R)")]
    private static partial Regex Length();
}

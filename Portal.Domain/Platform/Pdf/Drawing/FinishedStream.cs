using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Platform.Pdf.Drawing;

/// <summary>One object as it goes into the finished file. What is not understood is copied as it is.</summary>
internal static partial class FinishedStream
{
    public static byte[] Of(ReadOnlySpan<byte> written, string? metadata)
    {
        var keyword = written.IndexOf("stream\n"u8);
        if (keyword < 0)
        {
            return written.ToArray();
        }

        var head = Encoding.Latin1.GetString(written[..keyword]);
        var length = Length().Match(head);
        var start = keyword + "stream\n".Length;
        if (!length.Success || int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) is var size && start + size > written.Length)
        {
            return written.ToArray();
        }

        if (metadata is not null && head.Contains("/Type/Metadata", StringComparison.Ordinal))
        {
            return With(head, length, Encoding.UTF8.GetBytes(metadata));
        }

        var data = written.Slice(start, size);
        return head.Contains("/Filter/FlateDecode", StringComparison.Ordinal) && MissingChecksum(data) is { } checksum
            ? With(head, length, [.. data, .. checksum])
            : written.ToArray();
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

    /// <summary>The four bytes of RFC 1950 that belong behind the data; null when they are there already.</summary>
    private static byte[]? MissingChecksum(ReadOnlySpan<byte> data)
    {
        if (data.Length < 3)
        {
            return null;
        }

        try
        {
            using var deflated = new MemoryStream(data[2..].ToArray());
            using var inflate = new DeflateStream(deflated, CompressionMode.Decompress);
            var checksum = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(checksum, Adler32(inflate));
            return data.EndsWith(checksum) ? null : checksum;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static uint Adler32(Stream stream)
    {
        uint low = 1, high = 0;
        var buffer = new byte[4096];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            foreach (var value in buffer.AsSpan(0, count))
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

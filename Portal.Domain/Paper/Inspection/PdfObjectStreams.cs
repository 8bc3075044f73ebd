using System.IO.Compression;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Objects may hide compressed inside object streams (PDF 1.5): these are unpacked, within bounds, and checked too.</summary>
internal static class PdfObjectStreams
{
    private const int MostUnpackedPerStream = 16 * 1024 * 1024;
    private const long MostUnpacked = 64 * 1024 * 1024;

    public delegate FileVerdict.Refused? NameCheck(ReadOnlySpan<byte> bytes);

    public static FileVerdict.Refused? Check(byte[] file, NameCheck check)
    {
        var budget = MostUnpacked;
        for (var at = 0; Next(file, at) is var (data, dictionary) && data > 0; at = data)
        {
            if (!dictionary.HoldsObjects || !dictionary.IsPacked)
                continue;
            if (!dictionary.IsPlainFlate || Unpack(file, data) is not { } unpacked || (budget -= unpacked.Length) < 0)
                return Refusals.Broken;
            if (check(unpacked) is { } refused)
                return refused;
        }

        return null;
    }

    private static (int Data, PdfStreamDictionary Dictionary) Next(ReadOnlySpan<byte> file, int from)
    {
        for (var at = from; file[at..].IndexOf("stream"u8) is >= 0 and var found; at += found + 6)
        {
            var (keyword, data) = (at + found, at + found + 6);
            if (data + 1 >= file.Length || file[data] is not ((byte)'\r' or (byte)'\n') || file[..keyword].EndsWith("end"u8))
                continue;
            var before = file[from..keyword];
            var dictionary = PdfStreamDictionary.Read(before[Math.Max(0, before.LastIndexOf("obj"u8))..]);
            return (file[data] == '\r' && file[data + 1] == '\n' ? data + 2 : data + 1, dictionary);
        }

        return (0, new());
    }

    /// <summary>Null when it is broken or unpacks to more than any real file needs.</summary>
    private static byte[]? Unpack(byte[] file, int data)
    {
        using var packed = new MemoryStream(file, data, file.Length - data);
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var buffer = new byte[32 * 1024];
        try
        {
            while (inflate.Read(buffer) is > 0 and var read)
            {
                unpacked.Write(buffer, 0, read);
                if (unpacked.Length > MostUnpackedPerStream)
                    return null;
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return unpacked.ToArray();
    }
}

namespace Portal.Domain.Paper.Inspection;

/// <summary>Checks objects compressed inside object streams (PDF 1.5), after decompressing them within limits.</summary>
internal static class PdfObjectStreams
{
    private const int MaxUnpackedPerStream = 16 * 1024 * 1024;
    private const long MaxUnpacked = 64 * 1024 * 1024;

    public delegate FileVerdict.Refused? ContentCheck(ReadOnlySpan<byte> bytes);

    public static FileVerdict.Refused? Check(byte[] file, ContentCheck check)
    {
        var budget = MaxUnpacked;
        for (var at = 0; Next(file, at) is var (data, dictionary) && data > 0; at = data)
        {
            if (!dictionary.IsPacked || !(dictionary.HoldsObjects || dictionary.IsTable))
                continue;
            using var unpacked = new MemoryStream();
            var inflation = Inflation.Of(new ArraySegment<byte>(file)[data..], MaxUnpackedPerStream, unpacked);
            if (!dictionary.IsPlainFlate || inflation.IsDamaged || inflation.Length > MaxUnpackedPerStream || (budget -= inflation.Length) < 0)
                return Refusals.Broken;
            if (dictionary.HoldsObjects && check(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length)) is { } refused)
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
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Paper.Drawing;

/// <summary>
/// Rewrites a file PDFsharp has just saved, object by object, to fix what the library can't set: adds the checksums missing
/// from compressed streams (qpdf warns about each), replaces the metadata, and derives the file identifier from the content
/// instead of random data, so that the same document gives the same file.
/// </summary>
internal static partial class FileFinish
{
    public static byte[] Apply(byte[] written, string? metadata)
    {
        var text = Encoding.Latin1.GetString(written);
        NameSubsets(written, text);
        var tableAt = int.Parse(LastStart().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
        var trailer = Trailer().Match(text, tableAt);
        var offsets = Offsets(text, tableAt);
        int[] ends = [.. offsets.Where(offset => offset > 0).Append(tableAt).Order()];

        using var file = new MemoryStream(written.Length + 4096);
        file.Write(written, 0, ends[0]);
        var places = new long[offsets.Length];
        for (var number = 1; number < offsets.Length; number++)
        {
            if (offsets[number] == 0)
                continue;
            places[number] = file.Position;
            var end = ends[Array.BinarySearch(ends, offsets[number]) + 1];
            file.Write(FinishedStream.Of(written.AsSpan(offsets[number]..end), metadata));
        }

        WriteTable(file, places, trailer.Groups[1].Value);
        return file.ToArray();
    }

    /// <summary>Replaces the six random letters before a font subset's name with a counter.</summary>
    private static void NameSubsets(byte[] written, string text)
    {
        var names = new Dictionary<string, string>();
        foreach (Match subset in SubsetName().Matches(text))
        {
            var letters = subset.Groups[1];
            if (!names.TryGetValue(letters.Value, out var name))
                names[letters.Value] = name = "PAPER" + (char)('A' + (names.Count % 26));
            Encoding.Latin1.GetBytes(name, written.AsSpan(letters.Index));
        }
    }

    private static int[] Offsets(string text, int tableAt)
    {
        var head = Table().Match(text, tableAt);
        var offsets = new int[int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture)];
        for (var number = 1; number < offsets.Length; number++)
        {
            var entry = text.AsSpan(head.Index + head.Length + (20 * number), 18);
            offsets[number] = entry[17] == 'n' ? int.Parse(entry[..10], CultureInfo.InvariantCulture) : 0;
        }

        return offsets;
    }

    private static void WriteTable(MemoryStream file, long[] places, string trailer)
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Length}\n0000000000 65535 f \n");
        foreach (var place in places.Skip(1))
            table.Append(place == 0 ? "0000000000 00001 f \n" : $"{place:D10} 00000 n \n");
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
        table.Append("trailer\n").Append(Identifier().Replace(trailer, $"/ID[<{id}><{id}>]"));
        table.Append(CultureInfo.InvariantCulture, $"\nstartxref\n{file.Length}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(table.ToString()));
    }

    [GeneratedRegex(@"/(?:BaseFont|FontName)/([A-Z]{6})\+")]
    private static partial Regex SubsetName();

    [GeneratedRegex(@"startxref\s+(\d+)", RegexOptions.RightToLeft)]
    private static partial Regex LastStart();

    [GeneratedRegex(@"\Gxref\s+0 (\d+)\s*?\n")]
    private static partial Regex Table();

    [GeneratedRegex(@"trailer\s+(<<.*>>)", RegexOptions.Singleline)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"/ID\s*\[[^\]]*\]")]
    private static partial Regex Identifier();
}

using System.Buffers.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>
/// An updated PDF refers to its previous cross-reference table with /Prev, and that one to the one before. A table that leads
/// back to itself keeps some readers busy forever. Every number after /Prev counts, commented out or not.
/// </summary>
internal static class PdfUpdates
{
    private const int MaxTables = 5000;

    public static bool GoInCircles(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.LastIndexOf("startxref"u8);
        if (start < 0 || Number(bytes[(start + 9)..]) is not { } newest)
            return false;
        var (done, onPath) = (new HashSet<int>(), new HashSet<int> { newest });
        // Tables don't overlap, so together they're no longer than the file.
        var budget = 4L * bytes.Length;
        var path = new Stack<(int Table, Queue<int> Former)>([(newest, FormerOf(bytes, newest, ref budget))]);
        while (path.TryPeek(out var last))
        {
            if (!last.Former.TryDequeue(out var former))
            {
                path.Pop();
                onPath.Remove(last.Table);
                done.Add(last.Table);
            }
            else if (onPath.Contains(former) || done.Count + onPath.Count > MaxTables || budget < 0)
            {
                return true;
            }
            else if (!done.Contains(former))
            {
                onPath.Add(former);
                path.Push((former, FormerOf(bytes, former, ref budget)));
            }
        }

        return false;
    }

    private static Queue<int> FormerOf(ReadOnlySpan<byte> bytes, int table, ref long budget)
    {
        var former = new Queue<int>();
        if (table < 0 || table >= bytes.Length)
            return former;
        var section = bytes[table..];
        section = section.IndexOf("startxref"u8) is > 0 and var end ? section[..end] : section;
        budget -= section.Length;
        PdfNames.Any(section, (name, behind) =>
        {
            if (name is "Prev" or "XRefStm" && Number(behind) is { } at)
                former.Enqueue(at);
            return false;
        });
        return former;
    }

    /// <summary>The number that follows; null when there's none or it's a reference ("12 0 R"), as in an outline.</summary>
    private static int? Number(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.TrimStart(" \r\n\t\f\0"u8);
        if (!Utf8Parser.TryParse(bytes, out int number, out var used))
            return null;
        var rest = bytes[used..].TrimStart(" \r\n\t\f\0"u8);
        return Utf8Parser.TryParse(rest, out int _, out var second) && rest[second..].TrimStart(" \r\n\t\f\0"u8).StartsWith("R"u8) ? null : number;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Domain.Paper.Forms;

/// <summary>A PDF written object by object, for files that no library would write.</summary>
internal sealed class HandPdf
{
    private readonly List<string> _objects = [];

    /// <summary>Adds an object and returns its number.</summary>
    public int Add(string body)
    {
        _objects.Add(body);
        return _objects.Count;
    }

    public int Reserve() => Add("null");

    public void Set(int number, string body) => _objects[number - 1] = body;

    public int AddStream(string content, string dictionary = "") => Add($"<< /Length {content.Length} {dictionary} >>\nstream\n{content}\nendstream");

    public int AddPacked(string content, string dictionary = "")
    {
        var packed = Packed(content);
        return Add($"<< /Length {packed.Length} /Filter /FlateDecode {dictionary} >>\nstream\n{packed}\nendstream");
    }

    /// <summary>The file with a plain cross-reference table.</summary>
    public byte[] Bytes(int root, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.7\n%âãÏÓ\n");
        var places = new List<int>();
        foreach (var (index, body) in _objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root {root} 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>The file with all non-stream objects in an object stream, and a cross-reference stream (PDF 1.5).</summary>
    public byte[] PackedBytes(int root)
    {
        var file = new StringBuilder("%PDF-1.7\n%âãÏÓ\n");
        var inside = _objects.Index().Where(o => !o.Item.Contains("stream\n", StringComparison.Ordinal)).ToList();
        var (holder, tableNumber) = (_objects.Count + 1, _objects.Count + 2);
        var entries = new SortedDictionary<int, (int Kind, int Place, int Extra)>();
        foreach (var (index, body) in _objects.Index().Where(o => o.Item.Contains("stream\n", StringComparison.Ordinal)))
        {
            entries[index + 1] = (1, file.Length, 0);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var (numbers, bodies) = (new StringBuilder(), new StringBuilder());
        foreach (var (at, (index, body)) in inside.Index())
        {
            entries[index + 1] = (2, holder, at);
            numbers.Append(CultureInfo.InvariantCulture, $"{index + 1} {bodies.Length} ");
            bodies.Append(body).Append('\n');
        }

        entries[holder] = (1, file.Length, 0);
        var objects = Packed(numbers.ToString() + bodies);
        file.Append(
            CultureInfo.InvariantCulture,
            $"{holder} 0 obj\n<< /Type /ObjStm /N {inside.Count} /First {numbers.Length} /Length {objects.Length} /Filter /FlateDecode >>\nstream\n{objects}\nendstream\nendobj\n");
        entries[tableNumber] = (1, file.Length, 0);
        entries[0] = (0, 0, 65535);
        var table = Packed(string.Concat(entries.Values.Select(
            e => $"{(char)e.Kind}{(char)(e.Place >> 16)}{(char)((e.Place >> 8) & 255)}{(char)(e.Place & 255)}{(char)(e.Extra >> 8)}{(char)(e.Extra & 255)}")));
        var start = file.Length;
        file.Append(
            CultureInfo.InvariantCulture,
            $"{tableNumber} 0 obj\n<< /Type /XRef /Size {tableNumber + 1} /W [1 3 2] /Root {root} 0 R /Length {table.Length} /Filter /FlateDecode >>\nstream\n{table}\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    public static string Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes(content));

        return Encoding.Latin1.GetString(packed.ToArray());
    }
}

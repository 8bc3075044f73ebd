using System.Buffers.Binary;
using System.Text;

namespace Portal.Domain.Paper.Fonts;

/// <summary>The tables of a TrueType file by name.</summary>
internal static class FontTables
{
    /// <summary>Throws ArgumentException or OverflowException on a damaged file.</summary>
    public static Dictionary<string, byte[]> Read(ReadOnlySpan<byte> font)
    {
        var tables = new Dictionary<string, byte[]>();
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        for (var entry = 12; entry < 12 + (16 * count); entry += 16)
        {
            var start = checked((int)BinaryPrimitives.ReadUInt32BigEndian(font[(entry + 8)..]));
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(font[(entry + 12)..]));
            tables[Encoding.ASCII.GetString(font.Slice(entry, 4))] = font.Slice(start, length).ToArray();
        }

        return tables;
    }

    public static byte[] Write(ReadOnlySpan<byte> version, IReadOnlyDictionary<string, byte[]> tables)
    {
        var power = 1 << (int)Math.Log2(tables.Count);
        var head = new byte[12 + (16 * tables.Count)];
        version.CopyTo(head);
        Put16(head, 4, tables.Count);
        Put16(head, 6, 16 * power);
        Put16(head, 8, (int)Math.Log2(tables.Count));
        Put16(head, 10, 16 * (tables.Count - power));
        using var body = new MemoryStream();
        foreach (var ((name, table), entry) in tables.OrderBy(table => table.Key, StringComparer.Ordinal).Select((table, index) => (table, 12 + (16 * index))))
        {
            Encoding.ASCII.GetBytes(name, head.AsSpan(entry));
            Put32(head, entry + 4, Checksum(table));
            Put32(head, entry + 8, (uint)(head.Length + body.Length));
            Put32(head, entry + 12, (uint)table.Length);
            body.Write(table);
            body.Write(new byte[(4 - (table.Length % 4)) % 4]);
        }

        return [.. head, .. body.ToArray()];
    }

    private static uint Checksum(byte[] table)
    {
        var sum = 0u;
        for (var at = 0; at < table.Length; at++)
            sum += (uint)table[at] << (8 * (3 - (at % 4)));
        return sum;
    }

    private static void Put16(byte[] bytes, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)value);

    private static void Put32(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
}

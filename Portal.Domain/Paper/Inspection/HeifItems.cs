using System.Buffers.Binary;
using System.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Reads which items of a HEIF file are metadata (iinf) and where their bytes are (iloc), ISO/IEC 14496-12 8.11.</summary>
internal static class HeifItems
{
    private const int MaxExtents = 1000;

    /// <summary>Start and length of every piece of EXIF and XMP.</summary>
    /// <exception cref="EndOfStreamException">The tables are shorter than they claim.</exception>
    public static List<(long Start, long Length)> MetadataExtents(ReadOnlySpan<byte> bytes, HeifBox meta)
    {
        var boxes = HeifBoxes.Parse(bytes, meta.Payload + 4, meta.End) ?? throw new EndOfStreamException();
        var metadata = new HashSet<uint>();
        foreach (var box in boxes.Where(b => b.Type == "iinf"))
        {
            var entries = box.Payload + (bytes[box.Payload] == 0 ? 6 : 8);
            foreach (var entry in HeifBoxes.Parse(bytes, entries, box.End) ?? throw new EndOfStreamException())
            {
                if (MetadataId(bytes[entry.Payload..entry.End]) is { } id)
                    metadata.Add(id);
            }
        }

        var inMeta = boxes.Find(b => b.Type == "idat").Payload;
        var extents = new List<(long, long)>();
        foreach (var box in boxes.Where(b => b.Type == "iloc"))
            ReadLocations(bytes[box.Payload..box.End], metadata, inMeta, extents);
        return extents;
    }

    private static uint? MetadataId(ReadOnlySpan<byte> entry)
    {
        var at = 4;
        var id = (uint)Read(entry, ref at, entry[0] >= 3 ? 4 : 2);
        at += 2;
        if (entry[0] < 2)
            return null;
        var type = Encoding.ASCII.GetString(entry.Slice(at, 4));
        // A MIME item is XMP or another description; images have their own types.
        return type is "Exif" or "mime" or "uri " ? id : null;
    }

    private static void ReadLocations(ReadOnlySpan<byte> table, HashSet<uint> wanted, int inMeta, List<(long, long)> extents)
    {
        var version = table[0];
        var (offsetSize, lengthSize, baseSize, indexSize) = (table[4] >> 4, table[4] & 15, table[5] >> 4, version == 0 ? 0 : table[5] & 15);
        var at = 6;
        for (var items = Read(table, ref at, version < 2 ? 2 : 4); items > 0; items--)
        {
            var id = (uint)Read(table, ref at, version < 2 ? 2 : 4);
            var method = version == 0 ? 0 : Read(table, ref at, 2) & 15;
            at += 2;
            var start = Read(table, ref at, baseSize) + (method == 1 ? inMeta : 0);
            var pieces = Read(table, ref at, 2);
            if ((pieces > 1 && offsetSize + lengthSize + indexSize == 0) || (method == 1 && inMeta == 0) || extents.Count > MaxExtents)
                throw new EndOfStreamException();
            for (; pieces > 0; pieces--)
            {
                at += indexSize;
                var (offset, length) = (Read(table, ref at, offsetSize), Read(table, ref at, lengthSize));
                if (wanted.Contains(id) && method <= 1)
                    extents.Add((checked(start + offset), length));
            }
        }
    }

    private static long Read(ReadOnlySpan<byte> bytes, ref int at, int size)
    {
        if (at + size > bytes.Length)
            throw new EndOfStreamException();
        var part = bytes.Slice(at, size);
        at += size;
        return size switch
        {
            0 => 0,
            2 => BinaryPrimitives.ReadUInt16BigEndian(part),
            4 => BinaryPrimitives.ReadUInt32BigEndian(part),
            8 => BinaryPrimitives.ReadInt64BigEndian(part),
            _ => throw new EndOfStreamException(),
        };
    }
}

using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Detects a ZIP directory. It's read from the end of a file, so a file of any other kind can contain one.</summary>
internal static class ZipTail
{
    private const int RecordSize = 22;

    public static bool IsPresent(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - RecordSize - ushort.MaxValue)..];
        for (var at = tail.LastIndexOf("PK\u0005\u0006"u8); at >= 0; at = tail[..at].LastIndexOf("PK\u0005\u0006"u8))
        {
            // Readers differ on bytes after the comment. Four matching bytes may be chance; a consistent directory isn't.
            if (tail.Length - at < RecordSize)
                continue;
            var record = tail[at..];
            var (size, start) = (BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
            var isZip64 = size == uint.MaxValue || start == uint.MaxValue;
            var comment = BinaryPrimitives.ReadUInt16LittleEndian(record[20..]);
            if (RecordSize + comment <= record.Length && (isZip64 || (long)size + start <= bytes.Length))
                return true;
        }

        return false;
    }
}

using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>One chunk, from its length to its checksum.</summary>
internal readonly record struct PngChunk(string Type, int Start, int Payload, int End)
{
    /// <summary>Whether a decoder can't show the image without it.</summary>
    public bool IsCritical => char.IsAsciiLetterUpper(Type[0]);

    public ReadOnlySpan<byte> PayloadOf(ReadOnlySpan<byte> bytes) => bytes[Payload..(End - 4)];
}

/// <summary>Splits a PNG into its chunks.</summary>
internal static class PngChunks
{
    private const int MaxChunks = 100_000;

    /// <summary>The chunks through IEND, or null when one is malformed or fails its checksum.</summary>
    public static List<PngChunk>? Parse(ReadOnlySpan<byte> bytes)
    {
        var chunks = new List<PngChunk>();
        for (var at = PngStructure.Signature.Length; chunks.Count < MaxChunks && bytes.Length - at >= 12;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (size > bytes.Length - at - 12)
                return null;
            var end = at + 12 + (int)size;
            var name = bytes.Slice(at + 4, 4);
            foreach (var letter in name)
            {
                if (!char.IsAsciiLetter((char)letter))
                    return null;
            }

            if (Crc32.Of(bytes[(at + 4)..(end - 4)]) != BinaryPrimitives.ReadUInt32BigEndian(bytes[(end - 4)..]))
                return null;
            var chunk = new PngChunk(System.Text.Encoding.ASCII.GetString(name), at, at + 8, end);
            chunks.Add(chunk);
            if (chunk.Type == "IEND")
                return chunks;
            at = end;
        }

        return null;
    }
}

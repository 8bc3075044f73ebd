using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>The packed pixels of a PNG that a PDF can show as they are: gray or color, without transparency.</summary>
/// <param name="Packed">Flate, each row with its PNG filter.</param>
internal sealed record PngSamples(byte[] Packed, int Width, int Height, int Bits, int Colors)
{
    /// <summary>Null for another kind of picture.</summary>
    public static PngSamples? Of(ReadOnlySpan<byte> file)
    {
        if (FileSignature.KindOf(file) != FileKind.Png || PngStructure.Check(file, FileLimits.Default) is not null
            || PngChunks.Parse(file) is not { } chunks || chunks.Exists(c => c.Type is "tRNS" or "acTL" or "gAMA" or "iCCP"))
            return null;
        var header = chunks[0].PayloadOf(file);
        var (bits, colors, interlaced) = (header[8], header[9] switch { 0 => 1, 2 => 3, _ => 0 }, header[12] != 0);
        if (colors == 0 || interlaced)
            return null;
        using var packed = new MemoryStream();
        foreach (var chunk in chunks.Where(c => c.Type == "IDAT"))
            packed.Write(chunk.PayloadOf(file));
        return new(packed.ToArray(), BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]), bits, colors);
    }
}

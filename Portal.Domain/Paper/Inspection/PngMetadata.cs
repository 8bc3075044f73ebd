using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Copies a PNG with only the chunks that affect how it looks.</summary>
internal static class PngMetadata
{
    private static readonly HashSet<string> Looks =
        ["gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "tRNS", "hIST", "sPLT", "pHYs", "acTL", "fcTL", "fdAT"];

    public static byte OrientationOf(ReadOnlySpan<byte> bytes) =>
        PngChunks.Parse(bytes)?.Find(c => c.Type == "eXIf") is { Type: not null } exif ? ExifOrientation.Of(exif.PayloadOf(bytes)) : (byte)1;

    public static byte[]? Strip(ReadOnlySpan<byte> bytes)
    {
        if (PngChunks.Parse(bytes) is not { } chunks)
            return null;
        using var clean = new MemoryStream(bytes.Length);
        clean.Write(PngStructure.Signature);
        foreach (var chunk in chunks)
        {
            if (chunk.IsCritical || Looks.Contains(chunk.Type))
                clean.Write(bytes[chunk.Start..chunk.End]);
            else if (chunk.Type == "eXIf" && ExifOrientation.Of(chunk.PayloadOf(bytes)) is > 1 and var orientation)
                clean.Write(Chunk([.. "eXIf"u8, .. ExifOrientation.Minimal(orientation)]));
        }

        return clean.ToArray();
    }

    private static byte[] Chunk(byte[] typeAndPayload)
    {
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, typeAndPayload.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc32.Of(typeAndPayload));
        return [.. length, .. typeAndPayload, .. crc];
    }
}

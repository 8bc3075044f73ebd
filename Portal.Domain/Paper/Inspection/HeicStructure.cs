using System.Buffers.Binary;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Checks that a HEIC or HEIF file consists of complete boxes and describes an image of acceptable size.</summary>
internal static class HeicStructure
{
    private static readonly string[] Brands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

    /// <summary>Whether the file type box's major or compatible brands say HEIC or HEIF and not AV1.</summary>
    public static bool HasKnownBrand(ReadOnlySpan<byte> bytes)
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (size is < 16 or > 512 || size > bytes.Length || size % 4 != 0 || bytes[8..11].SequenceEqual("avi"u8))
            return false;
        for (var at = 8; at < size; at += 4)
        {
            // A version number sits between the major and the compatible brands.
            if (at != 12 && Brands.Contains(System.Text.Encoding.ASCII.GetString(bytes.Slice(at, 4))))
                return true;
        }

        return false;
    }

    public static FileVerdict.Refused? Check(ReadOnlySpan<byte> bytes, FileLimits limits)
    {
        if (HeifBoxes.Parse(bytes, 0, bytes.Length) is not { } boxes || boxes.Count(b => b.Type == "ftyp") != 1
            || boxes.FindAll(b => b.Type == "meta") is not [var meta] || meta.End - meta.Payload < 4)
            return Refusals.Broken;
        if (!boxes.Exists(b => b.Type == "mdat") && Inside(bytes, meta.Payload + 4, meta.End, "idat") is null)
            return Refusals.Broken;
        // "meta" and "ispe" are full boxes: version and flags come first.
        var properties = Inside(bytes, meta.Payload + 4, meta.End, "iprp") is { } iprp ? Inside(bytes, iprp.Payload, iprp.End, "ipco") : null;
        if (properties is not { } ipco || HeifBoxes.Parse(bytes, ipco.Payload, ipco.End) is not { } entries)
            return Refusals.Broken;
        var sizes = entries.FindAll(b => b.Type == "ispe");
        if (sizes.Count == 0 || sizes.Exists(b => b.End - b.Payload != 12))
            return Refusals.Broken;
        foreach (var size in sizes)
        {
            var width = BinaryPrimitives.ReadUInt32BigEndian(bytes[(size.Payload + 4)..]);
            var height = BinaryPrimitives.ReadUInt32BigEndian(bytes[(size.Payload + 8)..]);
            if (width == 0 || height == 0)
                return Refusals.Broken;
            if ((ulong)width * height > (ulong)limits.MaxPixels)
                return Refusals.OverPixels(limits.MaxPixels);
        }

        return null;
    }

    private static HeifBox? Inside(ReadOnlySpan<byte> bytes, int start, int end, string type)
    {
        var found = HeifBoxes.Parse(bytes, start, end)?.FindAll(b => b.Type == type);
        return found is [var only] ? only : null;
    }
}

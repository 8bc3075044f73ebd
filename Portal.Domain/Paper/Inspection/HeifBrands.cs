using System.Buffers.Binary;
using System.Text;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Tells pictures in HEIF files apart from movies, which start the same way.</summary>
internal static class HeifBrands
{
    private static readonly string[] Heic = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"];

    /// <summary>The kind that the file type box names first; null for a movie.</summary>
    public static FileKind? KindOf(ReadOnlySpan<byte> bytes)
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (size is < 16 or > 512 || size > bytes.Length || size % 4 != 0)
            return null;
        FileKind? kind = null;
        for (var at = 8; at < size; at += 4)
        {
            // A version number sits between the major and the compatible brands.
            if (at == 12)
                continue;
            var brand = Encoding.ASCII.GetString(bytes.Slice(at, 4));
            if (brand is "avif" or "avis")
                return FileKind.Avif;
            if (Heic.Contains(brand))
                kind = FileKind.Heic;
        }

        return kind;
    }
}

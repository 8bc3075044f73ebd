using System.IO.Compression;

namespace Portal.Domain.Paper.Inspection;

/// <summary>How much compressed data expanded to before it ended, was found damaged, or exceeded the limit.</summary>
internal readonly record struct Inflation(long Length, bool IsDamaged)
{
    private const int HeaderLength = 2;

    /// <summary>Decompresses Flate data piece by piece, so that a decompression bomb is caught early.</summary>
    /// <param name="packed">The data, including zlib's two-byte header. Like most readers, this checks neither the header nor the checksum.</param>
    /// <param name="most">The limit. Decompression stops soon after exceeding it.</param>
    /// <param name="to">Where the output goes; null when only its length matters.</param>
    public static Inflation Of(ArraySegment<byte> packed, long most, Stream? to = null)
    {
        var content = packed[Math.Min(HeaderLength, packed.Count)..];
        using var inflate = new DeflateStream(new MemoryStream(content.Array!, content.Offset, content.Count, writable: false), CompressionMode.Decompress);
        var (buffer, length) = (new byte[32 * 1024], 0L);
        try
        {
            while (length <= most && inflate.Read(buffer) is > 0 and var read)
            {
                length += read;
                to?.Write(buffer, 0, read);
            }

            return new(length, false);
        }
        catch (InvalidDataException)
        {
            return new(length, true);
        }
    }
}

using System.IO.Compression;

namespace Portal.Domain.Paper.Inspection;

/// <summary>How much came out of packed bytes before they ended, were damaged, or came to more than was allowed.</summary>
internal readonly record struct Inflation(long Length, bool IsDamaged)
{
    private const int HeaderLength = 2;

    /// <summary>Unpacks Flate piece by piece, so that a bomb is noticed before it has gone off.</summary>
    /// <param name="packed">With the two bytes of zlib's header; like most readers it asks neither them nor the checksum.</param>
    /// <param name="most">It ends soon after more than this came out.</param>
    /// <param name="to">Where it goes; nowhere when only its length matters.</param>
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

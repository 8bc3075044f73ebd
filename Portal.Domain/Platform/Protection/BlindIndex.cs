using System.Buffers.Binary;
using System.Buffers.Text;

namespace Portal.Domain.Platform.Protection;

/// <summary>Makes an encrypted value searchable by equality through a keyed hash, which is useless without the master key.</summary>
public sealed class BlindIndex(MasterKeys keys)
{
    private readonly byte[] _key = keys.Derive("blind-index");

    /// <summary>The index of a value (43 characters). The same value has a different index for each purpose.</summary>
    public string Of(string purpose, string normalizedValue) => Base64Url.EncodeToString(KeyedHash.Compute(_key, purpose, normalizedValue));

    /// <summary>The first eight bytes of the index: enough to search by, where a rare false match does no harm.</summary>
    public long Short(string purpose, string normalizedValue) =>
        BinaryPrimitives.ReadInt64BigEndian(KeyedHash.Compute(_key, purpose, normalizedValue));
}

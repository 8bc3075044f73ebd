using System.Buffers.Text;

namespace Portal.Domain.Platform.Protection;

/// <summary>Lets an encrypted value be found by equality: a keyed hash beside it, useless without the master key.</summary>
public sealed class BlindIndex(MasterKeys keys)
{
    private readonly byte[] _key = keys.Derive("blind-index");

    /// <summary>The index of a value (43 characters); the same value under another purpose has another index.</summary>
    public string Of(string purpose, string normalizedValue) => Base64Url.EncodeToString(KeyedHash.Compute(_key, purpose, normalizedValue));
}

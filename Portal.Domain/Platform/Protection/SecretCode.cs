using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Platform.Protection;

/// <summary>One-time codes and link tokens. Only a keyed hash is stored, because six digits could be guessed from a plain hash.</summary>
public sealed class SecretCode(MasterKeys keys)
{
    private readonly byte[] _key = keys.Derive("secret-code");

    /// <summary>Six digits to read and type.</summary>
    public static string NewDigits() => RandomNumberGenerator.GetString("0123456789", 6);

    /// <summary>160 random bits, safe in a URL (27 characters).</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));

    /// <summary>The hash stored for a code, bound to its purpose and owner.</summary>
    public string Hash(string purpose, string owner, string code) => Base64Url.EncodeToString(KeyedHash.Compute(_key, purpose, owner, code));

    /// <summary>Whether a code matches a stored hash. Compares in constant time.</summary>
    public bool Matches(string storedHash, string purpose, string owner, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(storedHash), Encoding.ASCII.GetBytes(Hash(purpose, owner, code)));
}

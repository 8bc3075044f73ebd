using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Platform.Protection;

/// <summary>One-time codes and link tokens. Only their keyed hash is stored: six digits could be guessed from a plain one.</summary>
public sealed class SecretCode(MasterKeys keys)
{
    private readonly byte[] _key = keys.Derive("secret-code");

    /// <summary>Six digits to read and type.</summary>
    public static string NewDigits() => RandomNumberGenerator.GetString("0123456789", 6);

    /// <summary>160 random bits, safe in a URL (27 characters).</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));

    /// <summary>What is stored for a code: bound to its purpose and to whom it was given.</summary>
    public string Hash(string purpose, string owner, string code) => Base64Url.EncodeToString(KeyedHash.Compute(_key, purpose, owner, code));

    /// <summary>Whether a code is the one that was hashed; takes as long for a near miss as for a far one.</summary>
    public bool Matches(string storedHash, string purpose, string owner, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(storedHash), Encoding.ASCII.GetBytes(Hash(purpose, owner, code)));
}

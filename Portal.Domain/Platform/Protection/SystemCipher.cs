using System.Security.Cryptography;

namespace Portal.Domain.Platform.Protection;

/// <summary>Encrypts and decrypts data that belongs to no case, such as settings and codes in emails, with the master key itself.</summary>
public sealed class SystemCipher(MasterKeys keys)
{
    private readonly FieldCipher _cipher = new(keys.CurrentId, id => keys.Derive("system", id));

    /// <summary>Seals text for one place ("table/row/column").</summary>
    public string Seal(string plain, string place) => _cipher.Seal(plain, place);

    /// <summary>Seals bytes for one place.</summary>
    public string Seal(byte[] plain, string place) => _cipher.Seal(plain, place);

    /// <summary>Opens text.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs to another place, or its key is missing.</exception>
    public string Unseal(string sealedText, string place) => _cipher.Unseal(sealedText, place);

    /// <summary>Opens bytes.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs to another place, or its key is missing.</exception>
    public byte[] UnsealBytes(string sealedText, string place) => _cipher.UnsealBytes(sealedText, place);

    /// <summary>Whether a sealed text still needs a key older than the current one.</summary>
    public bool IsUnderOlderKey(string sealedText) => FieldCipher.KeyIdOf(sealedText) != keys.CurrentId;
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// AES-256-GCM for one field. The text form is <c>v1.keyid.base64url(nonce|ciphertext|tag)</c>. Its place ("table/row/column") is
/// authenticated too, so a value copied elsewhere can't be decrypted.
/// </summary>
public sealed class FieldCipher(string keyId, Func<string, byte[]> keyOf)
{
    private const string Version = "v1";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Seals text.</summary>
    public string Seal(string plain, string place) => Seal(Encoding.UTF8.GetBytes(plain), place);

    /// <summary>Seals bytes.</summary>
    public string Seal(ReadOnlySpan<byte> plain, string place)
    {
        var sealedBytes = new byte[NonceSize + plain.Length + TagSize];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keyOf(keyId), TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize, plain.Length), sealedBytes.AsSpan(NonceSize + plain.Length), Associated(keyId, place));
        return $"{Version}.{keyId}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>Opens text.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs to another place, or its key is missing.</exception>
    public string Unseal(string sealedText, string place) => Encoding.UTF8.GetString(UnsealBytes(sealedText, place));

    /// <summary>Opens bytes.</summary>
    /// <exception cref="CryptographicException">It was changed, belongs to another place, or its key is missing.</exception>
    public byte[] UnsealBytes(string sealedText, string place)
    {
        var (id, sealedBytes) = Split(sealedText);
        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(keyOf(id), TagSize);
        try
        {
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceSize),
                sealedBytes.AsSpan(NonceSize, plain.Length),
                sealedBytes.AsSpan(NonceSize + plain.Length),
                plain,
                Associated(id, place));
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new CryptographicException($"The protected value at '{place}' was changed, or belongs to another place.", mismatch);
        }

        return plain;
    }

    /// <summary>The id of the key a sealed text needs.</summary>
    public static string KeyIdOf(string sealedText) => Split(sealedText).KeyId;

    private static byte[] Associated(string id, string place) => Encoding.UTF8.GetBytes($"{Version}.{id}.{place}");

    private static (string KeyId, byte[] Sealed) Split(string text)
    {
        var parts = text.Split('.');
        if (parts is [Version, { Length: > 0 } id, { Length: > 0 } body] && Base64Url.IsValid(body))
        {
            var bytes = Base64Url.DecodeFromChars(body);
            // Each value has exactly one encoding: whitespace, padding, and spare bits count as changes.
            if (bytes.Length >= NonceSize + TagSize && Base64Url.EncodeToString(bytes) == body)
                return (id, bytes);
        }

        throw new CryptographicException("This is not a protected value, or it was cut short.");
    }
}

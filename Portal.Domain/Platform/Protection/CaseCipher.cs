using System.Security.Cryptography;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// Encrypts and decrypts the data of one case. The owner and column are authenticated, so a value copied to another case or
/// column can't be decrypted. Name the column as narrowly as possible ("Identifier/row/Number").
/// </summary>
public sealed class CaseCipher
{
    private readonly FieldCipher _cipher;

    /// <summary>A cipher with a data key. Application code gets it from <see cref="Vault"/>.</summary>
    public CaseCipher(Guid owner, byte[] dataKey)
    {
        OwnerId = owner;
        var ownId = owner.ToString("N");
        _cipher = new(ownId, id => id == ownId ? dataKey : throw new CryptographicException("This value was protected for another case."));
    }

    /// <summary>The case.</summary>
    public Guid OwnerId { get; }

    /// <summary>Seals text.</summary>
    public string Seal(string plain, string column) => _cipher.Seal(plain, Place(column));

    /// <summary>Seals bytes.</summary>
    public string Seal(byte[] plain, string column) => _cipher.Seal(plain, Place(column));

    /// <summary>Opens text.</summary>
    /// <exception cref="CryptographicException">It was changed, or belongs to another case or column.</exception>
    public string Unseal(string sealedText, string column) => _cipher.Unseal(sealedText, Place(column));

    /// <summary>Opens bytes.</summary>
    /// <exception cref="CryptographicException">It was changed, or belongs to another case or column.</exception>
    public byte[] UnsealBytes(string sealedText, string column) => _cipher.UnsealBytes(sealedText, Place(column));

    private string Place(string column) => $"{OwnerId:N}/{column}";
}

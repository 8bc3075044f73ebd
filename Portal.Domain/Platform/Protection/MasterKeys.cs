using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Platform.Protection;

/// <summary>
/// The office's key ring. New data is protected with <see cref="CurrentId"/>. Older keys stay to read what they
/// protected until <see cref="RewrapDataKeysJob"/> has moved it. Immutable: rotation makes a new ring.
/// </summary>
public sealed class MasterKeys
{
    /// <summary>Every key is 32 bytes.</summary>
    public const int KeySize = 32;

    private readonly Dictionary<string, byte[]> _keys;

    internal MasterKeys(string currentId, string indexId, IReadOnlyDictionary<string, byte[]> keys)
    {
        _keys = new Dictionary<string, byte[]>(keys, StringComparer.Ordinal);
        foreach (var (id, key) in _keys)
            Check(id, key);
        CurrentId = Known(currentId);
        IndexId = Known(indexId);
    }

    /// <summary>The id of the key that protects new data.</summary>
    public string CurrentId { get; }

    /// <summary>
    /// The id of the key for blind indexes and code hashes. It stays the first one when the ring rotates, because a
    /// hash can't be rewrapped: with another key, every stored index would stop matching.
    /// </summary>
    public string IndexId { get; }

    /// <summary>Every key id in the ring.</summary>
    public IReadOnlyCollection<string> Ids => _keys.Keys;

    /// <summary>Reads the ring from <paramref name="path"/>, or creates it there, readable only by its owner.</summary>
    /// <exception cref="InvalidDataException">The file exists but isn't a key ring. It's never overwritten.</exception>
    public static MasterKeys LoadOrCreate(string path) => MasterKeyFile.LoadOrCreate(path);

    /// <summary>A ring with the one key from the configuration. Add newer ones with <see cref="With"/>.</summary>
    public static MasterKeys FromConfiguration(string id, string base64) => new(id, id, new Dictionary<string, byte[]> { [id] = Decode(base64) });

    /// <summary>The same ring with one more key, which becomes the current one.</summary>
    public MasterKeys With(string id, string base64)
    {
        if (_keys.ContainsKey(id))
            throw new ArgumentException($"The key ring already has a key '{id}'.", nameof(id));
        return new(id, IndexId, new Dictionary<string, byte[]>(_keys) { [id] = Decode(base64) });
    }

    /// <summary>A subkey for one purpose that stays the same when the ring rotates (from <see cref="IndexId"/>).</summary>
    public byte[] Derive(string purpose) => Derive(purpose, IndexId);

    /// <summary>A subkey for one purpose under one key of the ring.</summary>
    /// <exception cref="CryptographicException">The key is not in the ring.</exception>
    public byte[] Derive(string purpose, string keyId) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _keys[Known(keyId)], KeySize, info: Encoding.UTF8.GetBytes("portal/" + purpose));

    internal string Base64(string keyId) => Convert.ToBase64String(_keys[keyId]);

    internal static string NewId() => "k" + RandomNumberGenerator.GetHexString(10, lowercase: true);

    internal static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize));

    internal static byte[] Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new InvalidDataException("A master key must be base64-encoded.");
        }
    }

    private string Known(string id) => _keys.ContainsKey(id)
        ? id
        : throw new CryptographicException($"The key ring has no master key '{id}'. Restore it from the key backup.");

    private static void Check(string id, byte[] key)
    {
        // The id appears between dots in every sealed text.
        if (id.Length is 0 or > 32 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new InvalidDataException("A master key id is 1 to 32 letters, digits, '-' or '_'.");
        if (key.Length != KeySize)
            throw new InvalidDataException($"Master key '{id}' is {key.Length} bytes long; it must be {KeySize}.");
    }
}

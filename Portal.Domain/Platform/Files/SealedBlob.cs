using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Files;

/// <summary>
/// The encrypted format of a blob: magic, the blob's key wrapped with the case's key, then 64 KB chunks, each with its own tag.
/// A chunk's nonce is its number and whether it's the last, so reordering, truncating, or appending fails authentication.
/// </summary>
public static class SealedBlob
{
    internal const int ChunkSize = 64 * 1024;
    internal const int TagSize = 16;
    internal const int NonceSize = 12;
    internal const int KeySize = MasterKeys.KeySize;

    internal static ReadOnlySpan<byte> Magic => "PORTAL\u0001\n"u8;

    /// <summary>Encrypts a stream into another and hashes the plain bytes along the way.</summary>
    /// <exception cref="DocumentTooLargeException">The content is larger than <paramref name="maxBytes"/>.</exception>
    public static async Task<StoredBlob> WriteAsync(
        CaseCipher owner, string name, Stream content, Stream target, long maxBytes, CancellationToken cancellation)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        await target.WriteAsync(Header(owner.Seal(key, Column(name))), cancellation);
        var (sha256, length) = await WriteChunksAsync(key, content, target, maxBytes, cancellation);
        return new(name, sha256, length);
    }

    /// <summary>Encrypts a stream in chunks with a key that no other content has.</summary>
    internal static async Task<(string Sha256, long Length)> WriteChunksAsync(
        byte[] key, Stream content, Stream target, long maxBytes, CancellationToken cancellation)
    {
        using var aes = new AesGcm(key, TagSize);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (chunk, ahead, output) = (new byte[ChunkSize], new byte[ChunkSize], new byte[ChunkSize + TagSize]);
        var (length, have) = (0L, await content.ReadAtLeastAsync(chunk, ChunkSize, throwOnEndOfStream: false, cancellation));
        for (uint number = 0; ; number++)
        {
            length += have;
            if (length > maxBytes)
                throw new DocumentTooLargeException(maxBytes);
            var next = have < ChunkSize ? 0 : await content.ReadAtLeastAsync(ahead, ChunkSize, throwOnEndOfStream: false, cancellation);
            hash.AppendData(chunk, 0, have);
            aes.Encrypt(Nonce(number, last: next == 0), chunk.AsSpan(0, have), output.AsSpan(0, have), output.AsSpan(have, TagSize), Magic);
            await target.WriteAsync(output.AsMemory(0, have + TagSize), cancellation);
            if (next == 0)
                return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
            (chunk, ahead, have) = (ahead, chunk, next);
        }
    }

    /// <summary>Opens a sealed, seekable stream and takes ownership of it. A truncated or extended one fails at once.</summary>
    /// <exception cref="CryptographicException">It was changed, truncated, renamed, or belongs to another case.</exception>
    public static Stream Open(CaseCipher owner, string name, Stream file)
    {
        try
        {
            var header = new byte[Magic.Length + 2];
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith(Magic))
                throw new CryptographicException("This is not a stored document.");
            var wrapped = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(Magic.Length))];
            if (file.ReadAtLeast(wrapped, wrapped.Length, throwOnEndOfStream: false) < wrapped.Length)
                throw new CryptographicException("The stored document was cut short.");
            return new SealedBlobStream(file, owner.UnsealBytes(Encoding.ASCII.GetString(wrapped), Column(name)), header.Length + wrapped.Length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal static byte[] Nonce(uint number, bool last)
    {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(NonceSize - 5), number);
        nonce[^1] = last ? (byte)1 : (byte)0;
        return nonce;
    }

    private static string Column(string name) => "blob/" + name;

    private static byte[] Header(string wrapped)
    {
        var header = new byte[Magic.Length + 2 + wrapped.Length];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(Magic.Length), (ushort)wrapped.Length);
        Encoding.ASCII.GetBytes(wrapped, header.AsSpan(Magic.Length + 2));
        return header;
    }
}

using System.Security.Cryptography;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Files;

/// <summary>
/// Stores document contents, encrypted per case. Each blob has its own key, wrapped with the case's key, so erasing the case key
/// makes every copy unreadable, backups included.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Stores a stream. Once this returns, the blob survives power loss.</summary>
    /// <exception cref="DocumentTooLargeException">The content is larger than <paramref name="maxBytes"/>. Nothing is stored.</exception>
    Task<StoredBlob> PutAsync(CaseCipher owner, Stream content, long maxBytes, CancellationToken cancellation);

    /// <summary>The decrypted content as a seekable stream. Its length is authenticated on opening, and each 64 KB chunk when read.</summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    /// <exception cref="CryptographicException">The blob was changed, truncated, or belongs to another case.</exception>
    Task<Stream> OpenReadAsync(CaseCipher owner, string name, CancellationToken cancellation);

    /// <summary>Deletes a blob. A missing blob isn't an error.</summary>
    Task DeleteAsync(string name, CancellationToken cancellation);

    /// <summary>Everything in the store, including unfinished files, in no particular order.</summary>
    IAsyncEnumerable<StoredFile> ListAsync(CancellationToken cancellation);
}

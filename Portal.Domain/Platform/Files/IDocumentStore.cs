using System.Security.Cryptography;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Files;

/// <summary>
/// Keeps the bytes of documents, encrypted for one case: each blob has its own key, wrapped by the case's, so
/// erasing the case key makes every copy unreadable, backups included.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Stores a stream; when this returns, it survives power loss.</summary>
    /// <exception cref="DocumentTooLargeException">It held more than <paramref name="maxBytes"/>; nothing is kept.</exception>
    Task<StoredBlob> PutAsync(CaseCipher owner, Stream content, long maxBytes, CancellationToken cancellation);

    /// <summary>The plain bytes, seekable. Its length is proven on opening, each 64 KB when read.</summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    /// <exception cref="CryptographicException">It was changed, cut, or belongs to another case.</exception>
    Task<Stream> OpenReadAsync(CaseCipher owner, string name, CancellationToken cancellation);

    /// <summary>Removes a blob; one that is not there is no error.</summary>
    Task DeleteAsync(string name, CancellationToken cancellation);

    /// <summary>Everything in the store, unfinished files too, in no order.</summary>
    IAsyncEnumerable<StoredFile> ListAsync(CancellationToken cancellation);
}

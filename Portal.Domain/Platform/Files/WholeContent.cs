using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Files;

/// <summary>Reads stored documents whole, for what needs all of their bytes at once.</summary>
public static class WholeContent
{
    /// <summary>All bytes of a blob; throws what <see cref="IDocumentStore.OpenReadAsync"/> throws.</summary>
    public static async Task<byte[]> ReadBytesAsync(this IDocumentStore store, CaseCipher owner, string name, CancellationToken cancellation)
    {
        await using var content = await store.OpenReadAsync(owner, name, cancellation);
        return await content.ReadBytesAsync(cancellation);
    }

    /// <summary>All bytes of a stream that knows its length.</summary>
    public static async Task<byte[]> ReadBytesAsync(this Stream content, CancellationToken cancellation)
    {
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}

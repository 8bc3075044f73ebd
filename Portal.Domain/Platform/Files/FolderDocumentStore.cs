using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Platform.Files;

/// <summary>
/// Stores documents in a folder under random names, in two levels of subfolders. A file is written to <c>incoming</c>, flushed,
/// and then renamed, so a file under its final name is always complete.
/// </summary>
public sealed class FolderDocumentStore : IDocumentStore
{
    private const int NameLength = 32;

    private readonly string _root;
    private readonly string _incoming;

    /// <summary>Uses <paramref name="root"/>, creating it if needed, readable only by its owner.</summary>
    public FolderDocumentStore(string root)
    {
        _root = Path.GetFullPath(root);
        _incoming = Path.Combine(_root, "incoming");
        DurableDirectory.Create(_incoming);
    }

    /// <inheritdoc />
    public async Task<StoredBlob> PutAsync(CaseCipher owner, Stream content, long maxBytes, CancellationToken cancellation)
    {
        var name = RandomNumberGenerator.GetHexString(NameLength, lowercase: true);
        var incoming = Path.Combine(_incoming, name);
        try
        {
            StoredBlob blob;
            await using (var file = new FileStream(incoming, DurableDirectory.NewPrivateFile()))
            {
                blob = await SealedBlob.WriteAsync(owner, name, content, file, maxBytes, cancellation);
                file.Flush(flushToDisk: true);
            }

            var path = PathOf(name);
            var folder = Path.GetDirectoryName(path)!;
            DurableDirectory.Create(folder);
            File.Move(incoming, path);
            // Another thread may have just created these folders without syncing them yet.
            for (var synced = folder; synced.Length >= _root.Length; synced = Path.GetDirectoryName(synced)!)
                DurableDirectory.Sync(synced);
            return blob;
        }
        catch
        {
            File.Delete(incoming);
            throw;
        }
    }

    /// <summary>Deletes unfinished files of processes that were killed. A running one has its own open. Returns how many.</summary>
    public int ForgetUnfinished() => UnusedFiles.Delete(_incoming);

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(CaseCipher owner, string name, CancellationToken cancellation)
    {
        try
        {
            var options = new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous, BufferSize = 0 };
            return Task.FromResult(SealedBlob.Open(owner, name, new FileStream(PathOf(name), options)));
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new FileNotFoundException("There is no such stored document.", name, missing);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(string name, CancellationToken cancellation)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
            DurableDirectory.Sync(Path.GetDirectoryName(path)!);
        }

        File.Delete(Path.Combine(_incoming, name));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredFile> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            // A file may be renamed or deleted while the folder is being read.
            if (IsName(file.Name) && file.Exists)
                yield return new(file.Name, file.LastWriteTimeUtc, file.Length);
        }

        await Task.CompletedTask;
    }

    private static bool IsName(string name) => name.Length == NameLength && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(string name) => IsName(name)
        ? Path.Combine(_root, name[..2], name[2..4], name)
        : throw new ArgumentException("That isn't the name of a stored document.", nameof(name));
}

using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Files;

public sealed class FolderDocumentStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("portal-files-").FullName;
    private readonly FolderDocumentStore _store;
    private readonly CaseCipher _case = TestKeys.Case();

    public FolderDocumentStoreTests() => _store = new(Path.Combine(_root, "documents"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Stored_bytes_come_back_and_are_unreadable_on_disk()
    {
        var plain = Encoding.UTF8.GetBytes("my number is 078-05-1120");
        var blob = await PutAsync(plain);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(plain)), blob.Sha256);
        Assert.Equal(plain.Length, blob.Length);
        var file = Path.Combine(_root, "documents", blob.Name[..2], blob.Name[2..4], blob.Name);
        Assert.DoesNotContain("078-05-1120", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await using var stream = await _store.OpenReadAsync(_case, blob.Name, default);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.Equal(plain, copy.ToArray());
    }

    [Fact]
    public async Task Equal_documents_look_different_on_disk()
    {
        var (a, b) = (await PutAsync([1]), await PutAsync([1]));
        Assert.NotEqual(a.Name, b.Name);
    }

    [Fact]
    public async Task An_upload_that_is_too_large_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<DocumentTooLargeException>(() => _store.PutAsync(_case, new MemoryStream(new byte[200_000]), 199_999, default));
        Assert.Empty(await ListAsync());
        await _store.PutAsync(_case, new MemoryStream(new byte[200_000]), 200_000, default);
    }

    [Fact]
    public async Task An_interrupted_upload_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.PutAsync(_case, new MemoryStream(new byte[10]), 10, stop.Token));
        await Assert.ThrowsAsync<IOException>(() => _store.PutAsync(_case, new Broken(), 1_000_000, default));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task The_list_shows_finished_and_abandoned_files_with_their_age()
    {
        var blob = await PutAsync([1, 2, 3]);
        var orphan = new string('a', 32);
        var left = Path.Combine(_root, "documents", "incoming", orphan);
        await File.WriteAllBytesAsync(left, [0]);
        var hourAgo = File.GetLastWriteTimeUtc(left).AddHours(-1);
        File.SetLastWriteTimeUtc(left, hourAgo);
        await File.WriteAllTextAsync(Path.Combine(_root, "documents", "README"), "not ours");
        var files = await ListAsync();
        Assert.Equal([orphan, blob.Name], files.OrderBy(f => f.WrittenAt).Select(f => f.Name));
        Assert.Equal(hourAgo, files.Single(f => f.Name == orphan).WrittenAt);
        await _store.DeleteAsync(orphan, default);
        await _store.DeleteAsync(blob.Name, default);
        await _store.DeleteAsync(blob.Name, default);
        Assert.Empty(await ListAsync());
        await Assert.ThrowsAsync<FileNotFoundException>(() => _store.OpenReadAsync(_case, blob.Name, default));
        await Assert.ThrowsAsync<FileNotFoundException>(() => _store.OpenReadAsync(_case, new string('b', 32), default));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/")]
    public async Task Only_names_issued_by_the_store_are_opened(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.OpenReadAsync(_case, name, default));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.DeleteAsync(name, default));
    }

    [Fact]
    public async Task A_file_swapped_for_another_of_the_same_case_does_not_open()
    {
        var (a, b) = (await PutAsync([1]), await PutAsync([2]));
        string PathOf(StoredBlob blob) => Path.Combine(_root, "documents", blob.Name[..2], blob.Name[2..4], blob.Name);
        File.Copy(PathOf(b), PathOf(a), overwrite: true);
        await Assert.ThrowsAsync<CryptographicException>(() => _store.OpenReadAsync(_case, a.Name, default));
    }

    [Fact]
    public async Task Erasing_the_case_key_makes_its_documents_unreadable()
    {
        using var database = new EmptyDatabase();
        var (keys, owner) = (TestKeys.Ring(), Guid.CreateVersion7());
        await using var db = database.Open();
        var vault = new Vault(db, keys, TimeProvider.System);
        var blob = await _store.PutAsync(vault.Create(owner), new MemoryStream([1, 2, 3]), 10, default);
        await db.SaveChangesAsync();
        await vault.EraseAsync(owner, default);
        await db.SaveChangesAsync();
        await using var later = database.Open();
        await Assert.ThrowsAsync<KeyErasedException>(() => new Vault(later, keys, TimeProvider.System).OpenAsync(owner, default));
        // A new key for the same case opens nothing that was sealed with the old one.
        var newKey = new Vault(later, keys, TimeProvider.System).Create(owner);
        await Assert.ThrowsAsync<CryptographicException>(() => _store.OpenReadAsync(newKey, blob.Name, default));
    }

    private Task<StoredBlob> PutAsync(byte[] plain) => _store.PutAsync(_case, new MemoryStream(plain), 1_000_000, default);

    private async Task<List<StoredFile>> ListAsync()
    {
        var files = new List<StoredFile>();
        await foreach (var file in _store.ListAsync(default))
            files.Add(file);
        return files;
    }

    private sealed class Broken() : MemoryStream(new byte[100_000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < 50_000 ? base.ReadAsync(buffer[..Math.Min(10_000, buffer.Length)], cancellationToken) : throw new IOException("The line went dead.");
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Protection;

public sealed class VaultTests : IDisposable
{
    private readonly EmptyDatabase _database = new();
    private readonly MasterKeys _keys = TestKeys.Ring();
    private readonly Guid _owner = Guid.CreateVersion7();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Data_encrypted_in_one_scope_opens_in_another()
    {
        var text = await SealAsync("secret", "Identifier/Number");
        await using var db = _database.Open();
        Assert.Equal("secret", (await Vault(db).OpenAsync(_owner, default)).Unseal(text, "Identifier/Number"));
        Assert.Equal("secret", Vault(db).Open(_owner).Unseal(text, "Identifier/Number"));
    }

    [Fact]
    public async Task The_vault_itself_saves_nothing()
    {
        await using var db = _database.Open();
        Vault(db).Create(_owner);
        await using var other = _database.Open();
        Assert.Equal(0, await other.Set<DataKey>().CountAsync());
        await Assert.ThrowsAsync<KeyErasedException>(() => Vault(other).OpenAsync(_owner, default));
    }

    [Fact]
    public async Task Bytes_columns_and_owners_are_kept_apart()
    {
        await using var db = _database.Open();
        var vault = Vault(db);
        var (mine, theirs) = (vault.Create(_owner), vault.Create(Guid.CreateVersion7()));
        var text = mine.Seal([1, 2, 3], "a");
        Assert.Equal([1, 2, 3], mine.UnsealBytes(text, "a"));
        Assert.Throws<CryptographicException>(() => mine.UnsealBytes(text, "b"));
        Assert.Throws<CryptographicException>(() => theirs.UnsealBytes(text, "a"));
        var relabeled = text.Replace(mine.OwnerId.ToString("N"), theirs.OwnerId.ToString("N"));
        Assert.Throws<CryptographicException>(() => theirs.UnsealBytes(relabeled, "a"));
    }

    [Fact]
    public async Task A_scope_reads_a_key_from_the_database_once()
    {
        await SealAsync("x", "a");
        await using var db = _database.Open();
        var vault = Vault(db);
        Assert.Same(await vault.OpenAsync(_owner, default), vault.Open(_owner));
    }

    [Fact]
    public async Task An_erased_key_cannot_be_restored()
    {
        await SealAsync("secret", "a");
        await using (var db = _database.Open())
        {
            var vault = Vault(db);
            await vault.OpenAsync(_owner, default);
            await vault.EraseAsync(_owner, default);
            Assert.Throws<KeyErasedException>(() => vault.Open(_owner));
            await db.SaveChangesAsync();
        }

        await using var later = _database.Open();
        var thrown = await Assert.ThrowsAsync<KeyErasedException>(() => Vault(later).OpenAsync(_owner, default));
        Assert.Equal(_owner, thrown.OwnerId);
        await Vault(later).EraseAsync(_owner, default);
    }

    [Fact]
    public async Task A_detached_key_is_never_used_again()
    {
        await using var db = _database.Open();
        var vault = Vault(db);
        vault.Create(_owner);
        db.ChangeTracker.Clear();
        Assert.Throws<KeyErasedException>(() => vault.Open(_owner));
        vault.Create(_owner);
        Assert.Throws<InvalidOperationException>(() => vault.Create(_owner));
        Assert.Equal(1, await db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_wrapped_key_moved_to_another_case_does_not_open()
    {
        await SealAsync("secret", "a");
        var other = Guid.CreateVersion7();
        await using var db = _database.Open();
        var stolen = await db.Set<DataKey>().AsNoTracking().SingleAsync();
        db.Add(new DataKey { OwnerId = other, WrappedKey = stolen.WrappedKey, MasterKeyId = stolen.MasterKeyId, CreatedAt = stolen.CreatedAt });
        await db.SaveChangesAsync();
        await Assert.ThrowsAsync<CryptographicException>(() => Vault(db).OpenAsync(other, default));
    }

    [Fact]
    public async Task A_missing_master_key_is_named_and_not_mistaken_for_erasure()
    {
        await SealAsync("secret", "a");
        await using var db = _database.Open();
        var thrown = await Assert.ThrowsAsync<CryptographicException>(() => new Vault(db, TestKeys.Ring("k9"), TimeProvider.System).OpenAsync(_owner, default));
        Assert.Contains("'k1'", thrown.Message);
    }

    private Vault Vault(PortalDb db) => new(db, _keys, TimeProvider.System);

    private async Task<string> SealAsync(string plain, string column)
    {
        await using var db = _database.Open();
        var text = Vault(db).Create(_owner).Seal(plain, column);
        await db.SaveChangesAsync();
        return text;
    }
}

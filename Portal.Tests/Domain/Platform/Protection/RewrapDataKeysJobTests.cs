using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Protection;

public sealed class RewrapDataKeysJobTests : IDisposable
{
    private readonly EmptyDatabase _database = new();
    private readonly MasterKeys _old = TestKeys.Ring();
    private readonly MasterKeys _new;

    public RewrapDataKeysJobTests() => _new = _old.With("k2", TestKeys.Random());

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Every_rewrapped_key_still_opens_its_data()
    {
        var texts = await SealAsync(450);
        Assert.Equal(450, await RunAsync(_new));
        Assert.Equal(0, await RunAsync(_new));
        await using var db = _database.Open();
        Assert.All(await db.Set<DataKey>().ToListAsync(), k => Assert.Equal("k2", k.MasterKeyId));
        var vault = new Vault(db, _new, TimeProvider.System);
        foreach (var (owner, text) in texts)
            Assert.Equal("secret", (await vault.OpenAsync(owner, default)).Unseal(text, "a"));
    }

    [Fact]
    public async Task An_interrupted_run_resumes_where_it_stopped()
    {
        await SealAsync(30);
        await using (var db = _database.Open(new PowerCut(afterUpdates: 20)))
            await Assert.ThrowsAsync<IOException>(() => new RewrapDataKeysJob(db, _new).RunAsync(default));
        Assert.Equal(10, await RunAsync(_new));
    }

    [Fact]
    public async Task A_damaged_key_is_reported_and_blocks_no_other()
    {
        var texts = await SealAsync(5);
        await using (var db = _database.Open())
            await db.Set<DataKey>()
                .Where(k => k.OwnerId == texts.Keys.First())
                .ExecuteUpdateAsync(s => s.SetProperty(k => k.WrappedKey, k => k.WrappedKey + "AAAA"));
        var thrown = await Assert.ThrowsAsync<CryptographicException>(() => RunAsync(_new));
        Assert.StartsWith("Data keys we couldn't open: 1.", thrown.Message);
        await using var after = _database.Open();
        Assert.Equal(4, await after.Set<DataKey>().CountAsync(k => k.MasterKeyId == "k2"));
    }

    [Fact]
    public async Task Concurrent_runs_rewrap_each_key_once()
    {
        await SealAsync(60);
        var rows = await Task.WhenAll(Task.Run(() => RunAsync(_new)), Task.Run(() => RunAsync(_new)));
        Assert.Equal(60, rows.Sum());
    }

    [Fact]
    public async Task Without_the_old_master_key_it_fails_and_changes_nothing()
    {
        await SealAsync(3);
        await Assert.ThrowsAsync<CryptographicException>(() => RunAsync(TestKeys.Ring("k3")));
        await using var db = _database.Open();
        Assert.Equal(3, await db.Set<DataKey>().CountAsync(k => k.MasterKeyId == "k1"));
    }

    private async Task<int> RunAsync(MasterKeys keys)
    {
        await using var db = _database.Open();
        return await new RewrapDataKeysJob(db, keys).RunAsync(default);
    }

    private async Task<Dictionary<Guid, string>> SealAsync(int count)
    {
        await using var db = _database.Open();
        var vault = new Vault(db, _old, TimeProvider.System);
        var texts = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToDictionary(id => id, id => vault.Create(id).Seal("secret", "a"));
        await db.SaveChangesAsync();
        return texts;
    }

    private sealed class PowerCut(int afterUpdates) : DbCommandInterceptor
    {
        private int _updates;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            _updates++ < afterUpdates ? new(result) : throw new IOException("Power cut.");
    }
}

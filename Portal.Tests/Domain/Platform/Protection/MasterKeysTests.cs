using System.Security.Cryptography;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Domain.Platform.Protection;

public sealed class MasterKeysTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-keys-").FullName;

    private string KeyPath => Path.Combine(_folder, "data", "keys", "master.key");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_key_file_is_created_once_and_then_read()
    {
        var first = MasterKeys.LoadOrCreate(KeyPath);
        var second = MasterKeys.LoadOrCreate(KeyPath);
        Assert.Equal(first.CurrentId, second.CurrentId);
        Assert.Equal(first.Derive("x"), second.Derive("x"));
    }

    [Fact]
    public void The_key_file_is_readable_only_by_its_owner()
    {
        MasterKeys.LoadOrCreate(KeyPath);
        Assert.True(PrivateFiles.IsPrivate(KeyPath));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.False(PrivateFiles.IsPrivate(KeyPath));
    }

    [Fact]
    public async Task Concurrent_starts_agree_on_one_key_ring()
    {
        using var start = new ManualResetEventSlim();
        var rings = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.Wait();
                return MasterKeys.LoadOrCreate(KeyPath).CurrentId;
            },
            TaskCreationOptions.LongRunning)).ToArray();
        start.Set();
        Assert.Single((await Task.WhenAll(rings)).Distinct());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyPath)!));
    }

    [Fact]
    public void Rotation_adds_a_key_and_keeps_the_index_key()
    {
        var before = MasterKeys.LoadOrCreate(KeyPath);
        MasterKeyFile.Rotate(KeyPath);
        var after = MasterKeys.LoadOrCreate(KeyPath);
        Assert.NotEqual(before.CurrentId, after.CurrentId);
        Assert.Equal(2, after.Ids.Count);
        Assert.Equal(before.Derive("x"), after.Derive("x"));
        Assert.Equal(before.Derive("x", before.CurrentId), after.Derive("x", before.CurrentId));
        Assert.True(PrivateFiles.IsPrivate(KeyPath));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{ "current": "a", "keys": {} }""")]
    [InlineData("""{ "current": "b", "keys": { "a": "AAAA" } }""")]
    [InlineData("""{ "current": "a", "keys": { "a": "AAAA" } }""")]
    [InlineData("""{ "current": "a", "keys": { "a": "not base64!" } }""")]
    public void A_damaged_key_file_is_refused_and_never_overwritten(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);
        File.WriteAllText(KeyPath, content);
        Assert.Throws<InvalidDataException>(() => MasterKeys.LoadOrCreate(KeyPath));
        Assert.Equal(content, File.ReadAllText(KeyPath));
    }

    [Fact]
    public void A_file_without_an_index_key_uses_its_first()
    {
        var (a, b) = (TestKeys.Random(), TestKeys.Random());
        Directory.CreateDirectory(Path.GetDirectoryName(KeyPath)!);
        File.WriteAllText(KeyPath, $$"""{ "current": "b", "keys": { "a": "{{a}}", "b": "{{b}}" } }""");
        Assert.Equal(MasterKeys.FromConfiguration("a", a).Derive("x"), MasterKeys.LoadOrCreate(KeyPath).Derive("x"));
    }

    [Fact]
    public void Purposes_and_keys_give_different_subkeys()
    {
        var ring = TestKeys.Ring("a").With("b", TestKeys.Random());
        Assert.Equal(3, new[] { ring.Derive("x"), ring.Derive("y"), ring.Derive("x", "b") }.Select(Convert.ToHexString).Distinct().Count());
        Assert.Throws<CryptographicException>(() => ring.Derive("x", "c"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a b")]
    [InlineData("a2345678901234567890123456789012345")]
    public void Key_ids_that_would_break_the_encrypted_text_are_refused(string id) =>
        Assert.Throws<InvalidDataException>(() => MasterKeys.FromConfiguration(id, TestKeys.Random()));

    [Fact]
    public void A_key_id_is_never_reused() => Assert.Throws<ArgumentException>(() => TestKeys.Ring("a").With("a", TestKeys.Random()));
}

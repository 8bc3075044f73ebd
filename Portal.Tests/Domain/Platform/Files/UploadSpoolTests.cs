using System.Text;
using Portal.Domain.Platform.Files;

namespace Portal.Tests.Domain.Platform.Files;

public sealed class UploadSpoolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-spool-").FullName;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    [InlineData(3_000_000)]
    public async Task What_was_held_is_read_again(int length)
    {
        var content = Encoding.ASCII.GetBytes(new string('x', length));
        await using var held = await new UploadSpool(_folder).HoldAsync(new Trickle(content), long.MaxValue, default);
        Assert.Equal(length, held.Length);
        for (var round = 0; round < 2; round++)
        {
            held.Position = 0;
            using var again = new MemoryStream();
            await held.CopyToAsync(again);
            Assert.Equal(content, again.ToArray());
        }
    }

    [Fact]
    public async Task Content_over_the_limit_leaves_nothing()
    {
        var spool = new UploadSpool(_folder);
        foreach (var (length, most) in new[] { (10, 9L), (70_000, 65_000L), (200_000, 199_999L) })
            await Assert.ThrowsAsync<DocumentTooLargeException>(() => spool.HoldAsync(new MemoryStream(new byte[length]), most, default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Only_files_that_no_one_has_open_are_swept()
    {
        var spool = new UploadSpool(_folder);
        var (left, used) = (Path.Combine(_folder, "left"), Path.Combine(_folder, "used"));
        await File.WriteAllTextAsync(left, "x");
        await using (var open = new FileStream(used, FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        {
            await using var held = await spool.HoldAsync(new MemoryStream(new byte[100_000]), long.MaxValue, default);
            Assert.Equal(1, spool.Sweep());
            Assert.Equal(100_000, held.Length);
            Assert.True(File.Exists(used));
        }

        Assert.Equal(1, spool.Sweep());
        Assert.Equal(0, spool.Sweep());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A slow connection: a few bytes at a time.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 7_001)], cancellationToken);
    }
}

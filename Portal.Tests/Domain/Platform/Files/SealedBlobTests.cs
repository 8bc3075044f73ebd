using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Domain.Platform.Protection;

namespace Portal.Tests.Domain.Platform.Files;

public class SealedBlobTests
{
    private const int Chunk = 64 * 1024;
    private const int SealedChunk = Chunk + 16;

    private readonly CaseCipher _case = TestKeys.Case();

    [Fact]
    public void Every_size_around_a_chunk_boundary_comes_back()
    {
        var sizes = Gen.OneOf(Gen.Choose(0, 40), Gen.Choose(Chunk - 20, Chunk + 20), Gen.Choose((2 * Chunk) - 20, (2 * Chunk) + 20), Gen.Choose(0, 4 * Chunk));
        Prop.ForAll(sizes.ToArbitrary(), size =>
        {
            var plain = RandomNumberGenerator.GetBytes(size);
            var (blob, bytes) = Seal(plain);
            return blob.Length == size && blob.Sha256 == Convert.ToHexStringLower(SHA256.HashData(plain)) && Read(bytes).AsSpan().SequenceEqual(plain);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_range_can_be_read_in_any_order()
    {
        var plain = RandomNumberGenerator.GetBytes((3 * Chunk) + 77);
        var (_, bytes) = Seal(plain);
        using var stream = SealedBlob.Open(_case, "n", new MemoryStream(bytes));
        var random = new Random(1);
        for (var run = 0; run < 200; run++)
        {
            var start = random.Next(plain.Length);
            var part = new byte[random.Next(plain.Length - start)];
            stream.Position = start;
            stream.ReadExactly(part);
            Assert.True(part.AsSpan().SequenceEqual(plain.AsSpan(start, part.Length)));
        }

        Assert.Equal(plain.Length - 5, stream.Seek(-5, SeekOrigin.End));
        Assert.Throws<IOException>(() => stream.Seek(-1, SeekOrigin.Begin));
        stream.Position = plain.Length + 10;
        Assert.Equal(0, stream.Read(new byte[1]));
    }

    [Fact]
    public void A_truncated_blob_does_not_open()
    {
        var (_, bytes) = Seal(RandomNumberGenerator.GetBytes((2 * Chunk) + 100));
        var header = bytes.Length - (2 * SealedChunk) - 116;
        int[] cuts =
        [
            .. Enumerable.Range(0, header + 20), header + Chunk, header + SealedChunk, header + SealedChunk + 15, header + (2 * SealedChunk),
            header + (2 * SealedChunk) + 16, bytes.Length - 1
        ];
        foreach (var cut in cuts)
            Assert.Throws<CryptographicException>(() => SealedBlob.Open(_case, "n", new MemoryStream(bytes[..cut])));
    }

    [Fact]
    public void Appended_bytes_are_detected()
    {
        var (_, bytes) = Seal(RandomNumberGenerator.GetBytes(Chunk));
        foreach (var added in new[] { 1, 16, 17, SealedChunk })
            Assert.Throws<CryptographicException>(() => SealedBlob.Open(_case, "n", new MemoryStream([.. bytes, .. new byte[added]])));
        Assert.Throws<CryptographicException>(() => SealedBlob.Open(_case, "n", new MemoryStream([.. bytes, .. bytes[^SealedChunk..]])));
    }

    [Fact]
    public void Swapped_chunks_are_detected()
    {
        var (_, bytes) = Seal(RandomNumberGenerator.GetBytes((3 * Chunk) + 10));
        var start = bytes.Length - 26 - (3 * SealedChunk);
        byte[] swapped =
        [
            .. bytes[..start], .. bytes[(start + SealedChunk)..(start + (2 * SealedChunk))], .. bytes[start..(start + SealedChunk)],
            .. bytes[(start + (2 * SealedChunk))..]
        ];
        byte[] removed = [.. bytes[..start], .. bytes[(start + SealedChunk)..]];
        byte[] repeated = [.. bytes[..(start + SealedChunk)], .. bytes[start..(start + SealedChunk)], .. bytes[(start + (2 * SealedChunk))..]];
        Assert.All([swapped, removed, repeated], b => Assert.Throws<CryptographicException>(() => Read(b)));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_detected()
    {
        var (_, bytes) = Seal(RandomNumberGenerator.GetBytes(300));
        for (var at = 0; at < bytes.Length; at++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[at] ^= 1;
            Assert.Throws<CryptographicException>(() => Read(flipped));
        }
    }

    [Fact]
    public void Another_case_name_or_blob_does_not_open_it()
    {
        var (_, bytes) = Seal([1, 2, 3]);
        Assert.Throws<CryptographicException>(() => SealedBlob.Open(TestKeys.Case(), "n", new MemoryStream(bytes)));
        Assert.Throws<CryptographicException>(() => SealedBlob.Open(_case, "other", new MemoryStream(bytes)));
        var (_, second) = Seal([4, 5, 6]);
        var body = 3 + 16;
        Assert.Throws<CryptographicException>(() => Read([.. bytes[..^body], .. second[^body..]]));
    }

    [Fact]
    public async Task Both_readers_agree_and_detect_damage()
    {
        var plain = RandomNumberGenerator.GetBytes((2 * Chunk) + 5);
        var (_, bytes) = Seal(plain);
        using var copy = new MemoryStream();
        await using (var stream = SealedBlob.Open(_case, "n", new MemoryStream(bytes)))
            await stream.CopyToAsync(copy);
        Assert.True(copy.ToArray().AsSpan().SequenceEqual(plain));
        bytes[^(SealedChunk + 100)] ^= 1;
        await using var damaged = SealedBlob.Open(_case, "n", new MemoryStream(bytes));
        await Assert.ThrowsAsync<CryptographicException>(() => damaged.CopyToAsync(Stream.Null));
        damaged.Position = 0;
        Assert.Throws<CryptographicException>(() => damaged.CopyTo(Stream.Null));
    }

    private (StoredBlob Blob, byte[] Bytes) Seal(byte[] plain)
    {
        using var target = new MemoryStream();
        var writing = SealedBlob.WriteAsync(_case, "n", new Dribble(plain), target, long.MaxValue, default);
        return (writing.GetAwaiter().GetResult(), target.ToArray());
    }

    private byte[] Read(byte[] bytes)
    {
        using var stream = SealedBlob.Open(_case, "n", new MemoryStream(bytes));
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        return plain;
    }

    /// <summary>Returns a few bytes at a time, like a slow upload.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 30_011)], cancellationToken);
    }
}

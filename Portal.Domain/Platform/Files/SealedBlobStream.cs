using System.Security.Cryptography;

namespace Portal.Domain.Platform.Files;

/// <summary>Reads a sealed blob chunk by chunk, in any order. Plain bytes never touch the disk.</summary>
internal sealed class SealedBlobStream : Stream
{
    private const int SealedChunkSize = SealedBlob.ChunkSize + SealedBlob.TagSize;

    private readonly Stream _file;
    private readonly AesGcm _aes;
    private readonly long _start;
    private readonly long _last;
    private readonly byte[] _sealed = new byte[SealedChunkSize];
    private readonly byte[] _plain = new byte[SealedBlob.ChunkSize];
    private long _loaded = -1;
    private int _plainLength;

    public SealedBlobStream(Stream file, byte[] key, long start)
    {
        (_file, _start) = (file, start);
        _aes = new AesGcm(key, SealedBlob.TagSize);
        var body = file.Length - start;
        _last = Math.Max(0, (body - 1) / SealedChunkSize);
        // Only the real last chunk decrypts as the last one, so this proves the length before any byte is returned.
        Load(_last);
        Length = (_last * SealedBlob.ChunkSize) + _plainLength;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty)
            return 0;
        Load(Position / SealedBlob.ChunkSize);
        return Copy(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.IsEmpty)
            return 0;
        var number = Position / SealedBlob.ChunkSize;
        if (number != _loaded)
        {
            _loaded = -1;
            _file.Position = _start + (number * SealedChunkSize);
            Decrypt(number, await _file.ReadAtLeastAsync(_sealed, SealedChunkSize, throwOnEndOfStream: false, cancellationToken));
        }

        return Copy(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = offset + origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => Position, _ => Length };
        return Position = target >= 0 ? target : throw new IOException("The position is before the start of the document.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_plain);
            _aes.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Copy(Span<byte> buffer)
    {
        var part = _plain.AsSpan(0, _plainLength)[(int)(Position % SealedBlob.ChunkSize)..];
        var count = Math.Min(part.Length, buffer.Length);
        part[..count].CopyTo(buffer);
        Position += count;
        return count;
    }

    private void Load(long number)
    {
        if (number == _loaded)
            return;
        _loaded = -1;
        _file.Position = _start + (number * SealedChunkSize);
        Decrypt(number, _file.ReadAtLeast(_sealed, SealedChunkSize, throwOnEndOfStream: false));
    }

    private void Decrypt(long number, int have)
    {
        _plainLength = have - SealedBlob.TagSize;
        if (_plainLength < 0)
            throw new CryptographicException("The stored document was cut short.");
        try
        {
            _aes.Decrypt(
                SealedBlob.Nonce(checked((uint)number), last: number == _last),
                _sealed.AsSpan(0, _plainLength),
                _sealed.AsSpan(_plainLength, SealedBlob.TagSize),
                _plain.AsSpan(0, _plainLength),
                SealedBlob.Magic);
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new CryptographicException("The stored document was changed or cut short.", mismatch);
        }

        _loaded = number;
    }
}

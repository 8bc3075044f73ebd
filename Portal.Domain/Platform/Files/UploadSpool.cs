using System.Security.Cryptography;

namespace Portal.Domain.Platform.Files;

/// <summary>
/// Holds uploads while a request is being read. Small ones stay in memory. Larger ones go to a private folder, encrypted with a key that
/// exists only in memory, so that a killed process leaves nothing that anyone could read.
/// </summary>
public sealed class UploadSpool
{
    private readonly string _folder;

    /// <summary>Uses this folder, creating it if needed, readable only by its owner.</summary>
    public UploadSpool(string folder)
    {
        _folder = Path.GetFullPath(folder);
        DurableDirectory.Create(_folder);
    }

    /// <summary>Reads all of it. The result is seekable, and disposing of it deletes it.</summary>
    /// <exception cref="DocumentTooLargeException">The content is larger than <paramref name="maxBytes"/>. Nothing is kept.</exception>
    public async Task<Stream> HoldAsync(Stream content, long maxBytes, CancellationToken cancellation)
    {
        var start = new byte[SealedBlob.ChunkSize];
        var have = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        if (have > maxBytes)
            throw new DocumentTooLargeException(maxBytes);
        if (have < start.Length)
            return new MemoryStream(start, 0, have, writable: false);
        var file = Create();
        try
        {
            var key = RandomNumberGenerator.GetBytes(SealedBlob.KeySize);
            await SealedBlob.WriteChunksAsync(key, new Continued(start, content), file, maxBytes, cancellation);
            return new SealedBlobStream(file, key, 0);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes what processes left that were killed. Files of a running one are in use, and stay.</summary>
    public int Sweep() => UnusedFiles.Delete(_folder);

    private FileStream Create()
    {
        var path = Path.Combine(_folder, RandomNumberGenerator.GetHexString(32, lowercase: true));
        var options = DurableDirectory.NewPrivateFile();
        (options.Access, options.Share, options.Options) = (FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        var file = new FileStream(path, options);
        // Outside Windows, an open file needs no name, and without one the system deletes it with the process.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    /// <summary>What was read already, and the rest.</summary>
    private sealed class Continued(byte[] start, Stream rest) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_at == start.Length)
                return await rest.ReadAsync(buffer, cancellationToken);
            var count = Math.Min(buffer.Length, start.Length - _at);
            start.AsMemory(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}

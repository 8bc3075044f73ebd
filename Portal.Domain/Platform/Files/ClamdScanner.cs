using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Domain.Platform.Files;

/// <summary>
/// Sends content to clamd with INSTREAM. Only the exact answer <c>stream: OK</c> means clean. No answer, an error, a truncated
/// answer, or a longer one leaves the document in quarantine.
/// </summary>
public sealed class ClamdScanner(EndPoint address, TimeSpan timeout) : IVirusScanner
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 4096;

    /// <inheritdoc />
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            using var socket = Connectable();
            await socket.ConnectAsync(address, limit.Token);
            var isWhole = await SendAsync(socket, content, limit.Token);
            var result = Judge(await AnswerAsync(socket, limit.Token));
            return result is ScanResult.Clean && !isWhole
                ? new ScanResult.Unavailable("The scanner disconnected before it received the whole file.")
                : result;
        }
        catch (SocketException unreachable)
        {
            return new ScanResult.Unavailable(unreachable.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ScanResult.Unavailable($"No answer within {timeout.TotalSeconds:0} seconds.");
        }
    }

    private Socket Connectable() => address is UnixDomainSocketEndPoint
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(SocketType.Stream, ProtocolType.Tcp);

    private static async Task<bool> SendAsync(Socket socket, Stream content, CancellationToken cancellation)
    {
        await SendAllAsync(socket, "zINSTREAM\0"u8.ToArray(), cancellation);
        var chunk = new byte[4 + ChunkSize];
        int read;
        do
        {
            read = await content.ReadAsync(chunk.AsMemory(4), cancellation);
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            // An empty chunk ends the stream.
            if (!await TrySendAsync(socket, chunk.AsMemory(0, 4 + read), cancellation))
                return false;
        }
        while (read > 0);
        return true;
    }

    /// <summary>False when clamd disconnects mid-stream because the content is too long. Its answer can still be read.</summary>
    private static async Task<bool> TrySendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await SendAllAsync(socket, bytes, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, cancellation)..];
    }

    private static async Task<string> AnswerAsync(Socket socket, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && await socket.ReceiveAsync(answer.AsMemory(length), cancellation) is > 0 and var read)
            length += read;
        return Encoding.UTF8.GetString(answer, 0, length);
    }

    private static ScanResult Judge(string answer)
    {
        const string start = "stream: ", found = " FOUND\0";
        if (answer == "stream: OK\0")
            return new ScanResult.Clean();
        if (answer.StartsWith(start, StringComparison.Ordinal)
            && answer.EndsWith(found, StringComparison.Ordinal)
            && answer.Length > start.Length + found.Length
            && !answer[..^1].Any(char.IsControl))
            return new ScanResult.Infected(answer[start.Length..^found.Length]);
        var shown = new string([.. answer.Take(200).Where(c => !char.IsControl(c))]);
        return new ScanResult.Unavailable(shown.Length == 0 ? "The scanner disconnected without responding." : $"The scanner answered: {shown}");
    }
}

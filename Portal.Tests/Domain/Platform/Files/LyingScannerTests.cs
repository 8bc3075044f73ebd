using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Domain.Platform.Files;

namespace Portal.Tests.Domain.Platform.Files;

/// <summary>The scanner with a loopback listener that replies like a broken or hostile clamd.</summary>
public class LyingScannerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("stream: OK")]
    [InlineData("stream: OK\n")]
    [InlineData("stream: OK\0stream: Virus FOUND\0")]
    [InlineData(" stream: OK\0")]
    [InlineData("Stream: ok\0")]
    [InlineData("stream:  OK\0")]
    [InlineData("1: stream: OK\0")]
    [InlineData("stream: FOUND\0")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("UNKNOWN COMMAND\0")]
    public async Task Anything_but_the_exact_reply_is_not_clean(string answer) =>
        Assert.IsType<ScanResult.Unavailable>(await ScanAsync(answer));

    [Fact]
    public async Task The_exact_replies_are_understood()
    {
        Assert.IsType<ScanResult.Clean>(await ScanAsync("stream: OK\0"));
        Assert.Equal(new ScanResult.Infected("Win.Test.EICAR_HDB-1"), await ScanAsync("stream: Win.Test.EICAR_HDB-1 FOUND\0"));
    }

    [Fact]
    public async Task An_endless_reply_is_cut_off() => Assert.IsType<ScanResult.Unavailable>(await ScanAsync(new string('x', 1_000_000)));

    [Fact]
    public async Task A_scanner_that_is_down_or_hangs_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var silent = new ClamdScanner(listener.LocalEndpoint, TimeSpan.FromMilliseconds(300));
        Assert.Contains("within", Assert.IsType<ScanResult.Unavailable>(await silent.ScanAsync(new MemoryStream([1]), default)).Reason);
        listener.Stop();
        Assert.IsType<ScanResult.Unavailable>(await silent.ScanAsync(new MemoryStream([1]), default));
        var missing = new ClamdScanner(ClamdAddress.Parse("unix:/nonexistent/clamd.ctl"), TimeSpan.FromSeconds(1));
        Assert.IsType<ScanResult.Unavailable>(await missing.ScanAsync(new MemoryStream([1]), default));
    }

    [Fact]
    public async Task Cancellation_by_the_caller_gives_no_verdict()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource(200);
        var scanner = new ClamdScanner(listener.LocalEndpoint, TimeSpan.FromMinutes(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scanner.ScanAsync(new MemoryStream([1]), stop.Token));
    }

    [Fact]
    public async Task An_ok_before_everything_was_sent_is_not_clean()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var client = await listener.AcceptSocketAsync();
            await client.SendAsync("stream: OK\0"u8.ToArray());
            await client.ReceiveAsync(new byte[10]);
        });
        var result = await new ClamdScanner(listener.LocalEndpoint, TimeSpan.FromSeconds(5)).ScanAsync(new MemoryStream(new byte[20_000_000]), default);
        await answering;
        Assert.IsType<ScanResult.Unavailable>(result);
    }

    [Fact]
    public async Task Without_a_scanner_the_result_says_so() =>
        Assert.IsType<ScanResult.NotConfigured>(await new NoScanner().ScanAsync(Stream.Null, default));

    [Theory]
    [InlineData("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl")]
    [InlineData("127.0.0.1:3310", "127.0.0.1:3310")]
    [InlineData("127.0.0.1", "127.0.0.1:3310")]
    [InlineData("[::1]:3311", "[::1]:3311")]
    [InlineData("clamav:3310", "Unspecified/clamav:3310")]
    [InlineData("clamav", "Unspecified/clamav:3310")]
    public void Scanner_addresses_are_read(string text, string expected) => Assert.Equal(expected, ClamdAddress.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("unix:")]
    [InlineData("clamav:port")]
    [InlineData("clamav:0")]
    [InlineData("http://clamav:3310")]
    public void Invalid_scanner_addresses_are_refused(string text) => Assert.Throws<FormatException>(() => ClamdAddress.Parse(text));

    private static async Task<ScanResult> ScanAsync(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await stream.ReadExactlyAsync(new byte["zINSTREAM\0".Length + 4 + 3 + 4]);
            try
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            }
            catch (IOException)
            {
                // The scanner stopped reading an endless reply.
            }
        });
        var result = await new ClamdScanner(listener.LocalEndpoint, TimeSpan.FromSeconds(5)).ScanAsync(new MemoryStream([1, 2, 3]), default);
        await answering;
        return result;
    }
}

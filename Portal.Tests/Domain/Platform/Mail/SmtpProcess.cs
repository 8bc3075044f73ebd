using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Portal.Tests.Architecture;
using Portal.Tests.Mail;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>The npm package smtp-server on loopback, run by node; a test can start any number of servers.</summary>
public sealed class SmtpProcess : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-smtp-").FullName;
    private readonly Channel<int> _ports = Channel.CreateUnbounded<int>();
    private readonly Channel<bool> _all = Channel.CreateUnbounded<bool>();
    private readonly ConcurrentDictionary<int, Channel<Received>> _mails = new();
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    public static string Module => Path.Combine(Repository.Root, "Portal.Web", "node_modules", "smtp-server");

    /// <summary>The file with the authority of the servers' certificate, which nothing else trusts.</summary>
    public string Authority => Path.Combine(_folder, "certificate.pem");

    /// <summary>The same file for the certificate that expired yesterday.</summary>
    public string ExpiredAuthority => Path.Combine(_folder, "expired.pem");

    /// <summary>A missing smtp-server skips the test on a laptop and fails it in CI.</summary>
    public static void Require()
    {
        if (Directory.Exists(Module))
            return;
        Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
        Assert.Skip("Portal.Web/node_modules has no smtp-server: talking to a mail server is NOT tested.");
    }

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Module))
            return;
        await LocalCertificates.WriteAsync(_folder);
        var script = Path.Combine(Repository.Root, "Portal.Tests", "Domain", "Platform", "Mail", "smtp-server.cjs");
        _process = Process.Start(new ProcessStartInfo("node", [script, Module, _folder]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        _reading = ReadAsync(_process.StandardOutput);
    }

    /// <summary>Starts a server with these smtp-server options; it requires STARTTLS and a sign-in by default.</summary>
    public async Task<SmtpListener> ListenAsync(object? options = null)
    {
        Require();
        await _process!.StandardInput.WriteLineAsync(JsonSerializer.Serialize(options ?? new { }));
        using var patience = new CancellationTokenSource(Patience);
        var port = await _ports.Reader.ReadAsync(patience.Token);
        return new(port, MailsOf(port).Reader, TellAllAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(5_000))
                _process.Kill();
            await _reading;
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    // An email is accepted before its line is read here; the answer to this line comes after it.
    private async Task TellAllAsync()
    {
        await _process!.StandardInput.WriteLineAsync("all");
        using var patience = new CancellationTokenSource(Patience);
        await _all.Reader.ReadAsync(patience.Token);
    }

    private Channel<Received> MailsOf(int port) => _mails.GetOrAdd(port, _ => Channel.CreateUnbounded<Received>());

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            var said = JsonDocument.Parse(line).RootElement;
            if (said.TryGetProperty("listening", out var port))
                _ports.Writer.TryWrite(port.GetInt32());
            else if (said.TryGetProperty("all", out _))
                _all.Writer.TryWrite(true);
            else if (said.Deserialize<Received>(JsonSerializerOptions.Web) is { } mail)
                MailsOf(mail.Port).Writer.TryWrite(mail);
        }
    }

    /// <summary>An email as the server received it, with its envelope.</summary>
    public sealed record Received
    {
        public int Port { get; init; }

        public string Session { get; init; } = "";

        public bool Secure { get; init; }

        public string? User { get; init; }

        public string? Method { get; init; }

        public string From { get; init; } = "";

        public string[] To { get; init; } = [];

        public bool Utf8 { get; init; }

        public string? EnvelopeId { get; init; }

        public string[]? Notify { get; init; }

        public string Data { get; init; } = "";

        public string MessageId => MailText.Header(Data, "Message-ID");
    }

    /// <summary>A server and the emails it receives.</summary>
    public sealed record SmtpListener(int Port, ChannelReader<Received> Mails, Func<Task> TellAllAsync)
    {
        /// <summary>Every email accepted until now that nobody has read, also the one accepted a moment ago.</summary>
        public async Task<IReadOnlyList<Received>> AcceptedAsync()
        {
            await TellAllAsync();
            var mails = new List<Received>();
            while (Mails.TryRead(out var mail))
                mails.Add(mail);
            return mails;
        }

        /// <summary>The next email that arrives.</summary>
        public async Task<Received> NextAsync()
        {
            using var patience = new CancellationTokenSource(Patience);
            return await Mails.ReadAsync(patience.Token);
        }

        /// <summary>The next <paramref name="count"/> emails.</summary>
        public async Task<IReadOnlyList<Received>> NextAsync(int count)
        {
            var mails = new List<Received>(count);
            while (mails.Count < count)
                mails.Add(await NextAsync());
            return mails;
        }
    }
}

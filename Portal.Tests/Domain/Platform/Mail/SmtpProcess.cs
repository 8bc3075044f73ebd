using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>The npm package smtp-server on loopback, run by node.</summary>
public sealed class SmtpProcess : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-smtp-").FullName;
    private Process? _process;

    public sealed record Received(bool Secure, string? User, string From, string[] To, string Data);

    public static string Module => Path.Combine(Repository.Root, "Portal.Web", "node_modules", "smtp-server");

    public int Port { get; private set; }

    /// <summary>What the server's certificate is signed with; nobody else trusts it.</summary>
    public X509Certificate2 Certificate { get; private set; } = null!;

    /// <summary>On a laptop a missing server is a visible skip; in CI it is a failure.</summary>
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
        var (key, certificate) = await WriteCertificateAsync();
        var script = Path.Combine(Repository.Root, "Portal.Tests", "Domain", "Platform", "Mail", "smtp-server.cjs");
        _process = Process.Start(new ProcessStartInfo("node", [script, Module, key, certificate]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        Port = JsonDocument.Parse(await ReadLineAsync()).RootElement.GetProperty("port").GetInt32();
    }

    /// <summary>The next mail that arrived.</summary>
    public async Task<Received> NextAsync() => JsonSerializer.Deserialize<Received>(await ReadLineAsync(), JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(5_000))
                _process.Kill();
            _process.Dispose();
        }

        Certificate?.Dispose();
        Directory.Delete(_folder, recursive: true);
        await Task.CompletedTask;
    }

    private async Task<string> ReadLineAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _process!.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The mail server stopped.");
    }

    private async Task<(string Key, string Certificate)> WriteCertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (keyPath, certificatePath) = (Path.Combine(_folder, "key.pem"), Path.Combine(_folder, "certificate.pem"));
        await File.WriteAllTextAsync(keyPath, key.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(certificatePath, Certificate.ExportCertificatePem());
        return (keyPath, certificatePath);
    }
}

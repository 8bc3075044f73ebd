using System.Diagnostics;
using System.Net.Sockets;
using Portal.Domain.Platform.Files;
using Portal.Tests.Domain.Paper.Inspection;

namespace Portal.Tests.Domain.Platform.Files;

/// <summary>A real clamd on a temporary socket; its only signature is a local one for EICAR.</summary>
public sealed class ClamdProcess : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-clamd-").FullName;
    private Process? _process;

    public string Socket => Path.Combine(_folder, "clamd.ctl");

    public static string? Executable { get; } =
        new[] { "/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd", "/opt/homebrew/sbin/clamd" }.FirstOrDefault(File.Exists);

    /// <summary>A missing clamd skips the test on a laptop and fails it in CI.</summary>
    public static void Require()
    {
        if (Executable is not null)
            return;
        Assert.NotEqual("true", Environment.GetEnvironmentVariable("CI"));
        Assert.Skip("clamd is not installed (Debian: clamav-daemon): virus scanning is NOT tested on this machine.");
    }

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
            return;
        var database = Directory.CreateDirectory(Path.Combine(_folder, "db")).FullName;
        await File.WriteAllTextAsync(Path.Combine(database, "local.ndb"), $"Portal.Eicar:0:*:{Convert.ToHexString(Sample.Ascii(Sample.Eicar))}\n");
        var settings = Path.Combine(_folder, "clamd.conf");
        await File.WriteAllTextAsync(
            settings, $"Foreground yes\nLocalSocket {Socket}\nDatabaseDirectory {database}\nStreamMaxLength 1M\nTemporaryDirectory {_folder}\n");
        _process = Process.Start(new ProcessStartInfo(Executable, ["-c", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AnswersAsync()
    {
        var scanner = new ClamdScanner(new UnixDomainSocketEndPoint(Socket), TimeSpan.FromSeconds(5));
        for (var attempt = 0; attempt < 300; attempt++)
        {
            if (await scanner.ScanAsync(new MemoryStream([1]), default) is ScanResult.Clean)
                return;
            if (_process!.HasExited)
                throw new InvalidOperationException($"clamd stopped with code {_process.ExitCode}.");
            await Task.Delay(100);
        }

        throw new TimeoutException("clamd did not answer within 30 seconds.");
    }
}

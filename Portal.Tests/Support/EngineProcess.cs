using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Tests.Browser;

namespace Portal.Tests.Support;

/// <summary>
/// A real process with the Jobs role. Its mail server accepts connections and never replies, so an email stays in transit
/// for as long as a test needs.
/// </summary>
public sealed class EngineProcess : IAsyncDisposable
{
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-engine-").FullName;
    private readonly Process _process;

    public EngineProcess(TestDatabase database)
    {
        _silent.Start();
        var port = ((IPEndPoint)_silent.LocalEndpoint).Port;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), "--urls=http://127.0.0.1:0"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Portal__Roles"] = "Jobs",
                ["Portal__DataDirectory"] = Path.Combine(_folder, "data"),
                ["Portal__AllowHttp"] = "true",
                ["Portal__MasterKey"] = EngineSite.MasterKey,
                ["Portal__Database__Provider"] = database.Provider.ToString(),
                ["Portal__Database__ConnectionString"] = database.Settings.ConnectionString,
                ["Portal__Mail__Host"] = "127.0.0.1",
                ["Portal__Mail__Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits for the process to do something.</summary>
    public Task UntilAsync(Func<Task<bool>> holds, string what) => RunningPortal.UntilAsync(
        () => _process.HasExited ? throw new InvalidOperationException($"The process ended with {_process.ExitCode}.") : holds(), what);

    /// <summary>Kills the process immediately, like a power failure.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop, as systemd does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        _silent.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

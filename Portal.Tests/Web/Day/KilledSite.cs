using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Tests.Web.Day;

/// <summary>The real process on one port, killed without warning and started again.</summary>
internal sealed class KilledSite(string folder, IReadOnlyList<string> settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly ConcurrentQueue<string?> _output = new();
    private TaskCompletionSource _up = new();
    private Process? _process;

    /// <summary>Where it's found.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    /// <summary>How often it was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Waits until it answers.</summary>
    public Task UntilUpAsync() => _up.Task.WaitAsync(Patience);

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), $"--urls={Address}", "--Portal:AllowHttp=true", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data);
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(100))
        {
            Assert.False(_process.HasExited, string.Join('\n', _output));
            try
            {
                if ((await client.GetAsync("/healthz")).StatusCode == HttpStatusCode.OK)
                {
                    _up.SetResult();
                    return;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
            }
        }

        throw new TimeoutException(string.Join('\n', _output));
    }

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        _up = new();
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        (_process, Kills) = (null, Kills + 1);
    }

    public void Dispose()
    {
        _process?.Kill();
        _process?.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

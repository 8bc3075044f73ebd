using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Hosting;

/// <summary>The real process is killed in the middle of uploads: nothing of them may be readable anywhere, then or later.</summary>
public sealed class UploadKillTests : IDisposable
{
    private const string Canary = "078-05-1120 canary in an upload";
    private static readonly string[] Paths =
        ["/request/documents", "/status/case?handler=Upload", "/verify", "/release/some-token/paper", "/request/story", "/office/sign-in"];

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-upload-").FullName;
    private readonly int _port = FreePort();

    /// <summary>One process takes all six at once, because a start takes seconds; each must be on disk before it is killed.</summary>
    [Fact]
    public async Task An_upload_is_never_in_clear_on_disk_and_leaves_nothing_when_the_process_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks into /proc.");
        Directory.CreateDirectory(Path.Combine(_folder, "tmp"));
        using (var site = await StartAsync())
        {
            var sockets = new List<Socket>();
            foreach (var path in Paths)
            {
                sockets.Add(await BeginUploadAsync(path));
                var open = await SpooledAsync(site.Id, sockets.Count);
                Assert.All(open, bytes => Assert.DoesNotContain(Canary, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal));
            }

            Assert.Empty(WithCanary());
            site.Kill();
            await site.WaitForExitAsync();
            sockets.ForEach(socket => socket.Dispose());
        }

        Assert.Empty(WithCanary());
        var left = Path.Combine(_folder, "data", "uploads", new string('a', 32));
        await File.WriteAllTextAsync(left, "what another system left");
        using var again = await StartAsync();
        again.Kill();
        await again.WaitForExitAsync();
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "data", "uploads")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "tmp"), "ASPNETCORE_*", SearchOption.AllDirectories));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<string> WithCanary() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Where(file => File.Exists(file) && Encoding.Latin1.GetString(ReadShared(file)).Contains(Canary, StringComparison.Ordinal));

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Announces four megabytes and sends three.</summary>
    private async Task<Socket> BeginUploadAsync(string path)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _port);
        var head = $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 4000000\r\n\r\n"
            + "--cut\r\nContent-Disposition: form-data; name=\"Upload\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head));
        await socket.SendAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Canary + "\n", 3_000_000 / (Canary.Length + 1)))));
        return socket;
    }

    /// <summary>What the process has on disk of so many uploads: files without a name, which only /proc shows.</summary>
    private static async Task<IReadOnlyList<byte[]>> SpooledAsync(int process, int uploads)
    {
        for (var waited = 0; waited < 300; waited++)
        {
            var spooled = new Dictionary<string, byte[]>();
            foreach (var descriptor in Directory.EnumerateFiles($"/proc/{process}/fd"))
            {
                // The file is locked against programs that ask; cat doesn't.
                if (new FileInfo(descriptor).LinkTarget is { } target && target.Contains("/uploads/", StringComparison.Ordinal)
                    && await CatAsync(descriptor) is { Length: > 1_000_000 } bytes)
                    spooled[target] = bytes;
            }

            if (spooled.Count == uploads)
                return [.. spooled.Values];
            await Task.Delay(100);
        }

        throw new TimeoutException($"Upload {uploads} was never spooled.");
    }

    private static async Task<byte[]> CatAsync(string file)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        await cat.StandardOutput.BaseStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private async Task<Process> StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), $"--urls=http://127.0.0.1:{_port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Portal__DataDirectory"] = Path.Combine(_folder, "data"),
                ["Portal__Demo"] = "false",
                ["TMPDIR"] = Path.Combine(_folder, "tmp"),
                // The runtime would put a pipe there, and reading from it never ends.
                ["DOTNET_EnableDiagnostics"] = "0",
            },
        };
        var site = Process.Start(start)!;
        site.OutputDataReceived += (_, _) => { };
        site.ErrorDataReceived += (_, _) => { };
        site.BeginOutputReadLine();
        site.BeginErrorReadLine();
        var address = new Uri($"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/");
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        for (var i = 0; i < 600 && !site.HasExited; i++)
        {
            try
            {
                if ((await client.GetAsync("/healthz")).StatusCode == HttpStatusCode.OK)
                    return site;
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("The site didn't start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal.Tests.Browser.RunningPortal))]

namespace Portal.Tests.Browser;

/// <summary>
/// The real executable on a real port with its demonstration office, and one Chromium shared by all browser tests of a
/// run. Started by the first test that needs them. The tests sign in with the links it prints at startup, as a newcomer would.
/// </summary>
public sealed partial class RunningPortal : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync"
    ];

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _staff = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // Making the demonstration office takes longer than everything else about a start. It's made once, and each portal has its copy.
    private static readonly Lazy<Task<string>> Seeded = new(SeedAsync);

    /// <summary>A copy of the demonstration office's data in a folder that must not exist yet.</summary>
    public static async Task CopyDemonstrationAsync(string to) => Copy(await Seeded.Value, Directory.CreateDirectory(to).FullName);

    private readonly StringBuilder _printed = new();
    private readonly Lazy<Task> _start;
    private Process? _portal;
    private IPlaywright? _playwright;

    private readonly IReadOnlyDictionary<string, string> _settings;

    public RunningPortal()
        : this(new Dictionary<string, string>())
    {
    }

    private RunningPortal(IReadOnlyDictionary<string, string> settings) => (_settings, _start) = (settings, new(RunAsync));

    /// <summary>A separate instance with its own settings.</summary>
    public static RunningPortal With(IReadOnlyDictionary<string, string> settings) => new(settings);

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-browser-").FullName;

    public string Address { get; private set; } = "";

    public IBrowser Chromium { get; private set; } = null!;

    public string Printed
    {
        get
        {
            lock (_printed)
                return _printed.ToString();
        }
    }

    public static string? ChromiumPath { get; } =
        new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public Task StartAsync() => _start.Value;

    private async Task RunAsync()
    {
        Copy(await Seeded.Value, Folder);
        await StartProcessAsync();
        _playwright = await Playwright.CreateAsync();
        Chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumPath, Args = Flags });
    }

    private static async Task<string> SeedAsync()
    {
        await using var first = new RunningPortal();
        await first.StartProcessAsync();
        await first.StopAsync();
        var kept = Directory.CreateTempSubdirectory("portal-seeded-").FullName;
        Copy(first.Folder, kept);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(kept, recursive: true);
        return kept;
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private async Task StartProcessAsync()
    {
        Address = $"http://localhost:{FreePort()}";
        var web = WebFolder();
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(web, "bin", configuration, "net10.0", "Portal.Web.dll")])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = Address,
                ["Portal__DataDirectory"] = Folder,
                ["Portal__Limits__public-post__Permits"] = "100000",
                ["Portal__Limits__request-step__Permits"] = "100000",
                ["Portal__Limits__code__Permits"] = "100000",
                ["Portal__Limits__mailed-codes__Permits"] = "100000",
                ["Portal__Limits__upload__Permits"] = "100000",
                ["Portal__Limits__sign-in__Permits"] = "100000",
                ["Portal__Limits__everything__Permits"] = "100000",
                ["Portal__Limits__paper__Permits"] = "100000",
            },
        };
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;
        _portal = Process.Start(start)!;
        _portal.OutputDataReceived += (_, line) => Keep(line.Data);
        _portal.ErrorDataReceived += (_, line) => Keep(line.Data);
        _portal.BeginOutputReadLine();
        _portal.BeginErrorReadLine();
        await UntilAsync(() => Printed.Contains("As administrator:", StringComparison.Ordinal), "the portal to start");
    }

    private async Task StopAsync()
    {
        if (_portal is { HasExited: false })
        {
            _portal.Kill(entireProcessTree: true);
            await _portal.WaitForExitAsync();
        }
    }

    /// <summary>The one-time link of the demonstration caseworker or administrator. Works once per run.</summary>
    public string DemoLink(string who) => Regex.Match(Printed, $@"{who}:\s+(\S+)").Groups[1].Value;

    /// <summary>The cookies of the demonstration's caseworker or administrator, from signing in once.</summary>
    public Task<string> StaffAsync(string who, Func<RunningPortal, string, Task<string>> signIn) =>
        _staff.GetOrAdd(who, w => new(() => signIn(this, w))).Value;

    /// <summary>The latest code emailed to an address; waits for the mail job.</summary>
    public async Task<string> CodeForAsync(string email)
    {
        string? code = null;
        await UntilAsync(() => (code = NewestCode(email)) is not null, $"a code for {email}");
        return code!;
    }

    /// <summary>Waits until a condition holds, never for a fixed time.</summary>
    public static Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string)"/>
    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"Timed out waiting for {what}.");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Chromium is not null)
            await Chromium.DisposeAsync();
        _playwright?.Dispose();
        await StopAsync();
        _portal?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private string? NewestCode(string email)
    {
        var mails = Path.Combine(Folder, "mail");
        if (!Directory.Exists(mails))
            return null;
        foreach (var file in Directory.EnumerateFiles(mails, "*.json").OrderDescending(StringComparer.Ordinal))
        {
            using var mail = JsonDocument.Parse(File.ReadAllText(file));
            if (mail.RootElement.GetProperty("To").GetString() == email
                && Code().Match(mail.RootElement.GetProperty("Text").GetString()!) is { Success: true } found)
                return found.Groups[1].Value;
        }

        return null;
    }

    private void Keep(string? line)
    {
        lock (_printed)
            _printed.AppendLine(line);
    }

    private static string WebFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "Portal.Web", "Pages")))
                return Path.Combine(at.FullName, "Portal.Web");
        throw new DirectoryNotFoundException("Portal.Web lies nowhere above the tests.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^\s{4}(\d{6})\s*$", RegexOptions.Multiline)]
    private static partial Regex Code();
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Tests.Architecture;
using Portal.Tests.Browser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Commands;

/// <summary>The practice office, as the real program runs it beside a real office's data directory.</summary>
public sealed class PracticeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-practice-").FullName;
    private readonly TcpListener _mailServer = new(IPAddress.Loopback, 0);
    private Process? _process;

    [Fact]
    public async Task Five_cases_are_practiced_apart_from_the_office_and_started_over()
    {
        _mailServer.Start();
        var mailed = _mailServer.AcceptTcpClientAsync();
        var office = Path.Combine(_folder, "portal.db");
        await File.WriteAllTextAsync(office, "the office's own data");
        var browser = await StartAsync();

        // Whoever opens it practices; there's no password to lose.
        var page = await browser.GetAsync("/office/practice");
        Assert.Equal("Practice office", page.Heading);
        Assert.Contains("no email is sent", page.Document.QuerySelector(".practice-bar")?.TextContent, StringComparison.Ordinal);
        page = (await page.PressAsync("Start practicing")).Is("/office/practice");
        var cases = page.Document.QuerySelectorAll(".lessons h2 a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(5, cases.Count);
        Assert.Contains("Done: 0 of 5 cases", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await browser.GetAsync("/office/queue?view=mine")).Document.QuerySelectorAll("tbody tr").Length);

        // The referral case: each step is ticked when it's done, and the closed case is finished.
        page = await browser.GetAsync(cases[2]);
        Assert.Equal(3, page.Document.QuerySelectorAll(".practice .lesson > li").Length);
        page = (await page.PressAsync("Accept and stay here")).Is(cases[2]);
        Assert.Single(page.Document.QuerySelectorAll(".practice .lesson__done"));
        var closing = (await browser.GetAsync(cases[2] + "/decline")).Form();
        page = await closing.FillBlanks().SendAsync();
        page = await browser.GetAsync("/office/practice");
        Assert.Contains("Done: 1 of 5 cases", page.Text, StringComparison.Ordinal);

        // What the person would have got is in the practice folder, and no mail server was ever called, though the office has one.
        var data = Path.Combine(_folder, "practice", "1");
        await RunningPortal.UntilAsync(() => Directory.Exists(Path.Combine(data, "mail")) && Directory.EnumerateFiles(Path.Combine(data, "mail"), "*.json").Any(), "the email in the folder");
        Assert.False(mailed.IsCompleted);
        Assert.Equal("the office's own data", await File.ReadAllTextAsync(office));
        Assert.Equal(["portal.db", "practice"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order());

        page = await page.PressAsync("Yes, start over");
        Assert.Contains("this page will reload", page.Text, StringComparison.Ordinal);
        await RunningPortal.UntilAsync(async () => await IsFreshAsync(browser), "five fresh cases");
        Assert.False(Directory.Exists(data));
        page = await (await browser.GetAsync("/office/practice")).PressAsync("Start practicing");
        Assert.Contains("Done: 0 of 5 cases", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_office_has_no_practice_page_and_no_way_in_without_a_password()
    {
        await using var site = new SiteHost();
        await site.InitializeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser().GetAsync("/office/practice")).Status);
        Assert.Null((await site.Browser().GetAsync("/")).Document.QuerySelector(".practice-bar"));
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        _process?.Dispose();
        _mailServer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<SiteBrowser> StartAsync()
    {
        var web = Path.Combine(Repository.Root, "Portal.Web");
        var address = $"http://localhost:{FreePort()}";
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(web, "bin", configuration, "net10.0", "Portal.Web.dll"), "practice", "--address", address])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
            // The settings of a real office: none of them may count.
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Portal__DataDirectory"] = _folder,
                ["Portal__Mail__Host"] = "127.0.0.1",
                ["Portal__Mail__Port"] = $"{((IPEndPoint)_mailServer.LocalEndpoint).Port}",
                ["Portal__Mail__From"] = "casework@office.example",
                ["Portal__Database__Provider"] = "PostgreSql",
                ["Portal__Database__ConnectionString"] = "Host=nowhere.example;Database=office",
                ["Portal__MasterKey"] = "k1:AAAA",
            },
        })!;
        var started = new TaskCompletionSource();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Practice office:", StringComparison.Ordinal) == true)
                started.TrySetResult();
        };
        _process.BeginOutputReadLine();
        await started.Task.WaitAsync(TimeSpan.FromMinutes(4));
        return new(new Uri(address), new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    private static async Task<bool> IsFreshAsync(SiteBrowser browser)
    {
        try
        {
            return (await browser.GetAsync("/office/practice")).Document.QuerySelectorAll("main button").Any(b => b.TextContent == "Start practicing");
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Commands;

/// <summary>The real process is killed repeatedly while people send requests; every acknowledged request must survive.</summary>
public sealed class KillTests : IDisposable
{
    private static readonly int Kills = Rounds.Of(200, 2);
    private readonly CommandRun _run = new();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}/");
    private readonly Random _random = new(20261121);

    [Fact]
    public async Task No_acknowledged_request_is_lost_when_the_process_is_killed()
    {
        await _run.DoAsync("setup", "--chamber", "House", "--member", "Ana Núñez", "--state", "NY", "--district", "12");
        await HaveMailedOnceAsync();
        var acknowledged = new ConcurrentBag<string>();
        var messages = new ConcurrentBag<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var site = await StartAsync();
            using var stop = new CancellationTokenSource();
            var people = Enumerable.Range(0, 3).Select(_ => Task.Run(() => SendRequestsAsync(acknowledged, messages, stop.Token))).ToList();
            var (enough, said) = (acknowledged.Count + 3, messages.Count);
            for (var waited = 0; (acknowledged.Count < enough || messages.Count == said) && waited < 1_200; waited++)
                await Task.Delay(100);
            await Task.Delay(_random.Next(0, 400));
            site.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(people);
            await site.WaitForExitAsync();
        }

        Assert.True(acknowledged.Count >= Kills, $"Only {acknowledged.Count} requests were acknowledged.");
        Assert.NotEmpty(messages);
        using (var site = await StartAsync())
        {
            site.Kill();
            await site.WaitForExitAsync();
        }

        await IsWholeAsync(acknowledged, messages);
        await _run.DoAsync("audit", "verify");
    }

    public void Dispose() => _run.Dispose();

    // An office that never got an email out closes its site after a while; this one's server is only down.
    private async Task HaveMailedOnceAsync()
    {
        await using var db = DatabaseSettings.File(Path.Combine(_run.Data, "portal.db")).Open(MasterKeys.LoadOrCreate(Path.Combine(_run.Data, "keys", "master.key")));
        db.Queue(TimeProvider.System.GetUtcNow().UtcDateTime, new DraftSavedMail(), new("ana@example.org", "en"), null, Guid.CreateVersion7());
        await db.SaveChangesAsync();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await db.Set<OutgoingMail>().ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, now).SetProperty(x => x.DueAt, (DateTime?)null));
    }

    private async Task SendRequestsAsync(ConcurrentBag<string> acknowledged, ConcurrentBag<string> messages, CancellationToken stop)
    {
        using var transport = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        while (!stop.IsCancellationRequested)
        {
            using var browser = new SiteBrowser(_address, transport);
            try
            {
                var done = await browser.AskForHelpAsync(new() { Topic = null, Email = $"{Guid.CreateVersion7():N}@example.org" });
                acknowledged.Add(done.Reference());
                var file = await (await browser.GetAsync("/status/case"))
                    .Form("Add this file")
                    .Attach("Upload", "scan.png", Domain.Paper.Inspection.Sample.Png())
                    .SendAsync();
                var text = Guid.CreateVersion7().ToString();
                var said = await file.Form("Send message").Fill("Body", text).SendAsync();
                // A page that could not save it shows it too, in the field and with an error.
                var isStillTyped = said.Document.QuerySelectorAll("textarea").Any(t => t.TextContent.Contains(text, StringComparison.Ordinal));
                if (!isStillTyped && said.Errors.Count == 0 && said.Text.Contains(text, StringComparison.Ordinal))
                    messages.Add(text);
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
            {
                return; // killed; the next round goes on
            }
        }
    }

    private async Task IsWholeAsync(ConcurrentBag<string> acknowledged, ConcurrentBag<string> messages)
    {
        await using var db = DatabaseSettings.File(Path.Combine(_run.Data, "portal.db")).Open(MasterKeys.LoadOrCreate(Path.Combine(_run.Data, "keys", "master.key")));
        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").SingleAsync());
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM pragma_foreign_key_check").SingleAsync());
        var cases = await db.Set<Case>().AsNoTracking().ToListAsync();
        Assert.Empty(acknowledged.Except(cases.Select(c => c.Reference)));
        Assert.Empty(messages.Except((await db.Set<Message>().AsNoTracking().ToListAsync()).Select(m => m.Body.Text)));

        var ids = cases.Select(c => c.Id).ToHashSet();
        Assert.True(
            ids.SetEquals(await db.Set<HelpRequest>().Where(r => r.SubmittedAt != null).Select(r => r.Id).ToListAsync()),
            "A request without its case, or a case without its request");
        Assert.True(
            ids.SetEquals(await db.Set<ActivityEntry>().Where(a => a.EventName == "RequestSubmitted").Select(a => a.CaseId!.Value).ToListAsync()),
            "A case without its record");
        Assert.True(
            ids.SetEquals(await db.Set<OutgoingMail>().Where(m => m.Kind == nameof(AcknowledgmentMail)).Select(m => m.CaseId!.Value).ToListAsync()),
            "A case without its mail");
        var stored = Directory.EnumerateFiles(Path.Combine(_run.Data, "files"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToList();
        foreach (var name in (await db.Set<Document>().AsNoTracking().ToListAsync()).SelectMany(d => d.StoredNames))
            Assert.Contains(stored, file => file!.StartsWith(name, StringComparison.Ordinal));
        foreach (var unfinished in (string[])["uploads", "files/incoming"])
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(_run.Data, unfinished)));
        foreach (var file in Directory.EnumerateFiles(_run.Data, "*", SearchOption.AllDirectories))
            Assert.False(await SiteFile.HoldsAsync(file, messages.First()), $"{file} holds a message in clear.");
    }

    private async Task<Process> StartAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), $"--urls={_address}", $"--Portal:DataDirectory={_run.Data}",
                "--Portal:AllowHttp=true", "--Portal:Limits:public-post:Permits=100000", "--Portal:Limits:upload:Permits=100000",
                "--Portal:Limits:everything:Permits=100000",
                // Nobody listens there. An office whose email server is down still takes requests.
                "--Portal:Mail:Host=127.0.0.1", "--Portal:Mail:Port=9", "--Portal:Mail:Security=None", "--Portal:Mail:From=casework@nunez.example.gov"
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _run.Folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var site = Process.Start(start)!;
        var output = new ConcurrentQueue<string?>();
        site.OutputDataReceived += (_, line) => output.Enqueue(line.Data);
        site.ErrorDataReceived += (_, line) => output.Enqueue(line.Data);
        site.BeginOutputReadLine();
        site.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = _address, Timeout = TimeSpan.FromSeconds(5) };
        for (var i = 0; i < 600; i++)
        {
            Assert.False(site.HasExited, string.Join('\n', output));
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

        throw new TimeoutException(string.Join('\n', output));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

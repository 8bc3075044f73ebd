using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Domain.Platform.Mail;
using Portal.Tests.Support;
using Portal.Tests.Web.Commands;
using Portal.Web.Commands;

namespace Portal.Tests.Mail;

/// <summary>The real process is killed while it's sending.</summary>
public sealed class KilledSenderTests(SmtpProcess servers) : IClassFixture<SmtpProcess>
{
    private const int Queued = 400;

    [Fact]
    public async Task Every_email_arrives_and_only_the_one_in_transit_may_arrive_twice()
    {
        using var run = new CommandRun();
        await run.DoAsync("setup", "--chamber", "House", "--member", "Ana Núñez", "--state", "NY", "--district", "12");
        await using var db = DatabaseSettings.File(Path.Combine(run.Data, "portal.db")).Open(Portal.Domain.Platform.Protection.MasterKeys.LoadOrCreate(Path.Combine(run.Data, "keys", "master.key")));
        await db.QueueAsync(TimeProvider.System.GetUtcNow().UtcDateTime, Enumerable.Range(0, Queued).Select(i => $"person{i}@example.org"));
        var server = await servers.ListenAsync(new { slow = 3 });
        string[] settings =
        [
            $"--Portal:DataDirectory={run.Data}", "--Portal:PublicUrl=https://help.example.gov", "--Portal:Roles=Jobs",
            "--Portal:Mail:Host=localhost", $"--Portal:Mail:Port={server.Port}",
            "--Portal:Mail:UserName=portal", "--Portal:Mail:Password=geheim", $"--Portal:Mail:TrustedCertificates={servers.Authority}",
        ];

        var got = await KillAfterAsync(100, server, run, settings);

        var waiting = await db.Set<OutgoingMail>().AsNoTracking().Where(m => m.SentAt == null).ToListAsync();
        var leased = waiting.Where(m => m.Attempts > 0).ToList();
        Assert.NotEmpty(waiting);
        Assert.True(leased.Count <= 1, $"{leased.Count} mails are leased.");
        // The lease expires and another process takes over.
        await db.Set<OutgoingMail>().Where(m => m.SentAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, x => x.QueuedAt));
        await using (var next = await CommandServices.ReadyAsync(settings, default))
            Assert.Equal(waiting.Count, await next.Get<MailDueJob>().RunAsync(default));

        got.AddRange(await server.AcceptedAsync());
        var twice = got.GroupBy(m => m.MessageId).Where(m => m.Count() > 1).ToList();
        Assert.Equal(Queued, got.Select(m => m.MessageId).Distinct().Count());
        Assert.All(twice, copies => Assert.Equal((2, $"<{leased.Single().Id:N}@help.example.gov>"), (copies.Count(), copies.Key)));
    }

    private static async Task<List<SmtpProcess.Received>> KillAfterAsync(int mails, SmtpProcess.SmtpListener server, CommandRun run, string[] settings)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), "--urls=http://127.0.0.1:0", "--Portal:AllowHttp=true", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = run.Folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var site = Process.Start(start)!;
        site.BeginOutputReadLine();
        site.BeginErrorReadLine();
        try
        {
            return [.. await server.NextAsync(mails)];
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync();
        }
    }
}

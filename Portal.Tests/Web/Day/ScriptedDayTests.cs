using System.Diagnostics;
using Portal.Domain.Platform.Access;
using Portal.Tests.Browser;
using Portal.Tests.Domain.Platform.Mail;
using Portal.Tests.Support;
using Portal.Tests.Web.Commands;

namespace Portal.Tests.Web.Day;

/// <summary>Six people work at once on the real pages of the real process, which is killed again and again; nothing that was confirmed is lost or done twice.</summary>
public sealed class ScriptedDayTests(SmtpProcess servers) : IClassFixture<SmtpProcess>
{
    // Killed four times on every commit.
    private static readonly int Kills = Rounds.Of(40, 4);
    private static readonly int StepsBetweenKills = Rounds.Of(60, 14);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Random _random = new(20261202);

    [Fact]
    public async Task An_office_of_six_loses_nothing_and_does_nothing_twice()
    {
        using var run = new CommandRun();
        await RunningPortal.CopyDemonstrationAsync(run.Data);
        var server = await servers.ListenAsync();
        string[] settings =
        [
            $"--Portal:DataDirectory={run.Data}", "--Portal:PublicUrl=https://help.example.gov", "--Portal:Mail:Host=localhost", $"--Portal:Mail:Port={server.Port}",
            "--Portal:Mail:UserName=portal", "--Portal:Mail:Password=geheim", $"--Portal:Mail:TrustedCertificates={servers.Authority}",
            "--Portal:Limits:sign-in:Permits=100000", "--Portal:Limits:everything:Permits=100000",
        ];
        var since = TimeProvider.System.GetUtcNow().UtcDateTime;
        var desk = await DemoDesk.ReadAsync(settings);
        using var site = new KilledSite(run.Folder, settings);
        await site.StartAsync();
        var workers = desk.Six.Select(s => new Worker(site, s.Name)).ToList();
        await Task.WhenAll(workers.Zip(desk.Six, (worker, who) => worker.EnrollAsync(who.Token)));

        using var stop = new CancellationTokenSource();
        var script = new Script(desk, stop.Token);
        var day = workers.Zip(desk.Six, (worker, who) => Task.Run(() => who.Role switch
        {
            StaffRole.Administrator => script.AdministerAsync(worker),
            StaffRole.CaseworkManager => script.LeadAsync(worker),
            StaffRole.Intern => script.HelpAsync(worker),
            _ => script.WorkAsync(worker),
        })).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await WorkedAsync(workers, day);
            await Task.Delay(_random.Next(0, 400));
            await site.KillAsync();
            await site.StartAsync();
        }

        await WorkedAsync(workers, day);
        await stop.CancelAsync();
        await Task.WhenAll(day);
        await site.KillAsync();
        var found = await DayCheck.CheckAsync(settings, workers, server, since);
        TestContext.Current.SendDiagnosticMessage($"{Kills} kills; {found}; {workers.Sum(w => w.Resent)} forms sent again");
        Assert.True(workers.Sum(w => w.Resent) > 0, "No kill hit anybody's form.");
        foreach (var worker in workers)
            worker.Dispose();
    }

    // Until this many more things were confirmed.
    private static async Task WorkedAsync(List<Worker> workers, List<Task> day)
    {
        var enough = workers.Sum(w => w.Confirmed.Count) + StepsBetweenKills;
        for (var waited = Stopwatch.StartNew(); workers.Sum(w => w.Confirmed.Count) < enough; await Task.Delay(20))
        {
            if (day.FirstOrDefault(d => d.IsFaulted) is { } failed)
                await failed;
            Assert.True(waited.Elapsed < Patience, $"Only {workers.Sum(w => w.Confirmed.Count)} of {enough} things were done.");
        }
    }
}

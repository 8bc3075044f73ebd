using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Demo;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Tests.Browser;
using Portal.Tests.Domain.Platform.Mail;
using Portal.Tests.Support;
using Portal.Tests.Web.Commands;
using Portal.Web.Commands;

namespace Portal.Tests.Web.Jobs;

/// <summary>The real process is killed again and again between composing letters to agencies and sending them.</summary>
public sealed class KilledLettersTests(SmtpProcess servers) : IClassFixture<SmtpProcess>
{
    private static readonly int Kills = Rounds.Of(100, 3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private readonly Random _random = new(20261130);

    [Fact]
    public async Task Each_letter_goes_out_once_or_once_more_recognizably()
    {
        using var run = new CommandRun();
        await RunningPortal.CopyDemonstrationAsync(run.Data);
        var server = await servers.ListenAsync();
        string[] settings =
        [
            $"--Portal:DataDirectory={run.Data}", "--Portal:PublicUrl=https://help.example.gov", "--Portal:Roles=Jobs", "--Portal:Mail:Host=localhost",
            $"--Portal:Mail:Port={server.Port}", "--Portal:Mail:UserName=portal", "--Portal:Mail:Password=geheim", $"--Portal:Mail:TrustedCertificates={servers.Authority}",
        ];
        var composed = new List<Guid>();
        for (var kill = 0; kill < Kills; kill++)
        {
            composed.AddRange(await ComposeAsync(settings));
            await KillAsync(run, settings);
        }

        await FinishAsync(settings);
        var got = await server.AcceptedAsync();
        await using var last = await CommandServices.ReadyAsync(settings, default);
        var db = last.Get<PortalDb>();
        var sent = await db.Set<SentLetter>().Where(l => composed.Contains(l.Id)).Select(l => l.Id).ToListAsync();
        Assert.True(composed.Count >= Kills, $"Only {composed.Count} letters were composed.");
        Assert.Empty(await db.Set<LetterDraft>().Where(d => composed.Contains(d.Id)).ToListAsync());
        Assert.Equal(composed.Order(), sent.Order());
        var followed = await db.Set<InquiryFollowUp>().Where(f => composed.Contains(f.Id)).CountAsync();
        Assert.Equal(composed.Count, followed);
        var mails = (await db.Set<OutgoingMail>().Where(m => m.Kind == nameof(AgencyLetterMail)).ToListAsync())
            .Where(m => m.Cause is { } letter && composed.Contains(letter)).Select(m => m.Id).ToList();
        Assert.Equal(composed.Count, mails.Count);
        var copies = mails.Select(id => got.Count(m => m.MessageId == $"<{id:N}@help.example.gov>")).ToList();
        Assert.All(copies, n => Assert.InRange(n, 1, 2));
        TestContext.Current.SendDiagnosticMessage($"{composed.Count} letters, {Kills} kills, {copies.Count(n => n == 2)} arrived twice under the same Message-ID.");
    }

    // Follow-ups on every open inquiry whose contact takes email, as a caseworker would send them.
    private static async Task<List<Guid>> ComposeAsync(string[] settings)
    {
        await using var services = await CommandServices.ReadyAsync(settings, default);
        var db = services.Get<PortalDb>();
        var maria = await db.Set<StaffMember>().AsNoTracking().SingleAsync(s => s.Email == DemoOffice.CaseworkerEmail);
        var actor = Actor.Staff(maria.Id, maria.DisplayName, maria.Role);
        var inquiries = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.EndedAt == null)
            .Where(i => db.Set<Case>().Any(c => c.Id == i.CaseId && c.ClosedAt == null)).OrderBy(i => i.Id).ToListAsync();
        var composed = new List<Guid>();
        foreach (var inquiry in inquiries)
        {
            if (await services.Get<LetterDesk>().ReadAsync(inquiry.CaseId, null, inquiry.Id, actor.Name, default) is not { } situation
                || situation.Readiness is not Readiness.Ready || situation.Contacts is not [{ Contact.Card.Email: not null }, ..])
                continue;
            var id = Guid.CreateVersion7();
            await services.Get<SaveLetter>().ExecuteAsync(
                new(inquiry.CaseId, id, inquiry.Id, LetterComposer.Propose(situation, PermittedAsk.InformationOrStatus)), actor, default);
            if (await services.Get<SendLetter>().ExecuteAsync(new(inquiry.CaseId, null, id, InquiryMethod.Email), actor, default) is SendLetter.Scheduled)
                composed.Add(id);
            db.ChangeTracker.Clear();
        }

        // Half a minute in the outbox is over.
        await db.Set<LetterDraft>().Where(d => composed.Contains(d.Id)).ExecuteUpdateAsync(d => d.SetProperty(x => x.SendAt, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-1)));
        return composed;
    }

    // Killed within the second after the first letter of the round was sent, while others are between outbox and mail server.
    private async Task KillAsync(CommandRun run, string[] settings)
    {
        await using var watch = await CommandServices.ReadyAsync(settings, default);
        var db = watch.Get<PortalDb>();
        var before = await db.Set<SentLetter>().CountAsync();
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
        var waited = Stopwatch.StartNew();
        while (await db.Set<SentLetter>().CountAsync() == before && waited.Elapsed < Patience && !site.HasExited)
            await Task.Delay(20);
        Assert.False(site.HasExited, $"The process ended by itself, with {(site.HasExited ? site.ExitCode : 0)}.");
        await Task.Delay(_random.Next(0, 1000));
        site.Kill();
        await site.WaitForExitAsync();
    }

    private static async Task FinishAsync(string[] settings)
    {
        await using var services = await CommandServices.ReadyAsync(settings, default);
        while (await services.Get<LetterDueJob>().RunAsync(default) > 0)
        {
        }

        // The lease of an email that was in transit expires.
        var db = services.Get<PortalDb>();
        await db.Set<OutgoingMail>().Where(m => m.SentAt == null && m.FailedAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, x => x.QueuedAt));
        while (await services.Get<MailDueJob>().RunAsync(default) > 0)
        {
        }
    }
}

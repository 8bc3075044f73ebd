using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Browser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Jobs;

/// <summary>Work that people wait for starts right after the save, or on schedule if nothing could start it.</summary>
public sealed class AwaitedRunsTests
{
    private static readonly TimeSpan Aim = TimeSpan.FromSeconds(2);

    [Theory, OnBoth]
    public async Task A_sent_request_is_routed_and_acknowledged_within_two_seconds(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        // With a shared database, the process that receives the request isn't the one that runs the jobs.
        await using var web = await EngineSite.StartAsync(database, on == DatabaseProvider.Sqlite ? "Public,Jobs" : "Public");
        await using var jobs = on == DatabaseProvider.Sqlite ? null : await EngineSite.StartAsync(database, "Jobs");
        var fastest = TimeSpan.MaxValue;
        // A machine busy with other tests may miss the target once; the schedule alone would nearly always miss it.
        for (var person = 0; person < 5 && fastest > Aim; person++)
            fastest = Min(fastest, await WaitedAsync(web, jobs ?? web, $"person{person}@example.org"));
        TestContext.Current.TestOutputHelper?.WriteLine($"Routed and acknowledged after {fastest.TotalMilliseconds:N0} ms");
        Assert.True(fastest < Aim, $"It took {fastest}.");
    }

    [Fact]
    public async Task A_row_whose_process_died_before_it_could_start_a_job_is_handled_by_the_schedule()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = await EngineSite.StartAsync(database);
        // The different connection string makes this another database to the process, so nothing tells the engine about the save.
        await using var dying = new DatabaseSettings(DatabaseProvider.Sqlite, database.Settings.ConnectionString + ";Default Timeout=29").Open(TestDatabase.Keys);
        dying.Queue(site.Clock.GetUtcNow().UtcDateTime, new DraftSavedMail(), new("late@example.org", "en"), null, Guid.CreateVersion7());
        await dying.SaveChangesAsync();
        await RunningPortal.UntilAsync(() => site.Sent.Any(m => m.To == "late@example.org"), "the schedule to send the mail");
    }

    private static async Task<TimeSpan> WaitedAsync(EngineSite web, EngineSite jobs, string email)
    {
        using var browser = web.Browser();
        await browser.AskForHelpAsync(new() { Email = email });
        Case? sent = null;
        OutgoingMail? mail = null;
        await RunningPortal.UntilAsync(
            async () =>
            {
                sent = (await web.ReadAsync(db => db.Set<Case>().AsNoTracking().ToListAsync())).Single(c => c.ContactEmail == email);
                mail = await web.ReadAsync(db => db.Set<OutgoingMail>()
                    .AsNoTracking()
                    .SingleAsync(m => m.CaseId == sent.Id && m.Kind == nameof(AcknowledgmentMail)));
                return sent.RoutedAt is not null && mail.SentAt is not null;
            },
            "the request to be routed and acknowledged");
        Assert.Contains(jobs.Sent, m => m.To == email);
        var done = sent!.RoutedAt > mail!.SentAt ? sent.RoutedAt.Value : mail.SentAt!.Value;
        return done - sent.ReceivedAt;
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

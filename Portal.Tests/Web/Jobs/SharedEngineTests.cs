using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Routing;
using Portal.Tests.Browser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Jobs;

/// <summary>Several processes with the Jobs role on one PostgreSQL database.</summary>
public sealed class SharedEngineTests
{
    private const int Mails = 40;

    [Fact]
    public async Task Two_processes_handle_each_due_row_once()
    {
        await using var database = await SharedDatabaseAsync();
        await using var first = await EngineSite.StartAsync(database);
        await using var second = await EngineSite.StartAsync(database, "Jobs");
        for (var person = 0; person < 3; person++)
        {
            using var browser = first.Browser();
            await browser.AskForHelpAsync(new() { Email = $"person{person}@example.org" });
        }

        for (var batch = 0; batch < Mails / 10; batch++)
            await QueueAsync(database, [.. Enumerable.Range(0, 10).Select(i => $"reader{batch}.{i}@example.org")]);
        await RunningPortal.UntilAsync(
            async () =>
                await first.ReadAsync(db => db.Set<OutgoingMail>().AllAsync(m => m.SentAt != null))
                && await first.ReadAsync(db => db.Set<RoutingDecision>().CountAsync()) == 3,
            "everything to be handled");
        Assert.All(await first.ReadAsync(db => db.Set<OutgoingMail>().ToListAsync()), m => Assert.Equal(1, m.Attempts));
        Assert.Equal(Mails + 3, first.Sent.Concat(second.Sent).Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(Mails + 3, first.Sent.Count + second.Sent.Count);
        Assert.Equal(3, await first.ReadAsync(db => db.Set<RoutingDecision>().Select(d => d.CaseId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Mail_that_a_killed_process_was_sending_leaves_within_30_seconds_though_it_held_every_lock()
    {
        await using var database = await SharedDatabaseAsync();
        await using (var killed = new EngineProcess(database))
        {
            await QueueAsync(database, ["reader@example.org"]);
            await killed.UntilAsync(() => IsUnderWayAsync(database), "the mail to be under way");
            await killed.KillAsync();
        }

        var died = Stopwatch.GetTimestamp();

        // It died at the worst moment: while it held the lock every process needs to read the schedule.
        await RunAsync(
            database,
            "INSERT INTO hangfire.lock (resource, acquired) VALUES ('hangfire:recurring-jobs:lock', now() AT TIME ZONE 'utc') ON CONFLICT DO NOTHING");
        await using var living = await EngineSite.StartAsync(database);
        await RunningPortal.UntilAsync(() => living.Sent.Count == 1, "the mail to be taken over");
        Assert.InRange(Stopwatch.GetElapsedTime(died).TotalSeconds, 0, 30);
        Assert.Equal(2, (await living.ReadAsync(db => db.Set<OutgoingMail>().SingleAsync())).Attempts);
    }

    [Fact]
    public async Task A_process_that_is_asked_to_stop_leaves_nothing_for_others_to_wait_for()
    {
        await using var database = await SharedDatabaseAsync();
        await using var stopped = new EngineProcess(database);
        await QueueAsync(database, ["reader@example.org"]);
        await stopped.UntilAsync(() => IsUnderWayAsync(database), "the mail to be under way");
        await stopped.StopAsync();
        await using var db = database.Open();
        Assert.Equal(0, await db.Set<JobState>().CountAsync(s => s.LeasedUntil != null));
        Assert.Equal(
            0,
            await db.Database.SqlQueryRaw<int>("SELECT COUNT(*)::int AS \"Value\" FROM hangfire.jobqueue WHERE fetchedat IS NOT NULL").SingleAsync());
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT COUNT(*)::int AS \"Value\" FROM hangfire.lock").SingleAsync());
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT COUNT(*)::int AS \"Value\" FROM hangfire.server").SingleAsync());
    }

    private static Task<TestDatabase> SharedDatabaseAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.SkipReason is not null, PostgreSqlServer.SkipReason ?? "");
        return TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
    }

    private static async Task QueueAsync(TestDatabase database, string[] readers)
    {
        await using var db = database.Open();
        foreach (var reader in readers)
            db.Queue(TimeProvider.System.GetUtcNow().UtcDateTime, new DraftSavedMail(), new(reader, "en"), null, Guid.CreateVersion7());
        await db.SaveChangesAsync();
    }

    private static async Task<bool> IsUnderWayAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Set<OutgoingMail>().AnyAsync(m => m.Attempts == 1);
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}

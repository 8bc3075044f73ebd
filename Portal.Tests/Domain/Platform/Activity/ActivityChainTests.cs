using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Activity;

/// <summary>Activity entries can't be changed, and tampering by other means is detected.</summary>
public sealed class ActivityChainTests
{
    [Theory, OnBoth]
    public async Task Everything_is_chained_and_verified(DatabaseProvider on)
    {
        await using var office = await WithHistoryAsync(on);
        var entries = await office.AllAsync<ActivityEntry>();
        Assert.Equal(new ChainReport(0, entries.Count, null, ActivityChain.Origin), await VerifyAsync(office));
        Assert.Equal(entries.Count, await office.SweepAsync<SealActivityJob>());
        Assert.Equal(0, await office.SweepAsync<SealActivityJob>());
        var report = await VerifyAsync(office);
        Assert.Equal((entries.Count, 0, null), (report.Sealed, report.Waiting, report.Problem));
    }

    [Theory, OnBoth]
    public async Task A_gap_left_by_an_entry_deleted_before_sealing_is_detected(DatabaseProvider on)
    {
        await using var office = await WithHistoryAsync(on);
        var entries = await office.AllAsync<ActivityEntry>();
        await office.AddAsync(new UnsealedActivity { ActivityId = Guid.CreateVersion7() });
        Assert.Equal(entries.Count, await office.SweepAsync<SealActivityJob>());
        Assert.Equal(0, await office.SweepAsync<SealActivityJob>());
        Assert.NotNull((await VerifyAsync(office)).Problem);
    }

    [Theory]
    [OnBoth("UPDATE \"Activity\" SET \"Payload\" = '{}'")]
    [OnBoth("DELETE FROM \"Activity\"")]
    [OnBoth("UPDATE \"ActivitySeal\" SET \"Hash\" = 'x'")]
    [OnBoth("DELETE FROM \"ActivitySeal\"")]
    public async Task The_database_refuses_to_change_entries(DatabaseProvider on, string sql)
    {
        await using var office = await WithHistoryAsync(on);
        await office.SweepAsync<SealActivityJob>();
        await RefusedAsync(office, sql);
    }

    [Theory, OnBoth]
    public async Task Replacing_and_truncating_are_refused(DatabaseProvider on)
    {
        await using var office = await WithHistoryAsync(on);
        await office.SweepAsync<SealActivityJob>();
        foreach (var table in new[] { "Activity", "ActivitySeal" })
            await RefusedAsync(office, on == DatabaseProvider.Sqlite
                ? $"INSERT OR REPLACE INTO \"{table}\" SELECT * FROM \"{table}\" LIMIT 1"
                : $"TRUNCATE \"{table}\" CASCADE");
    }

    [Theory]
    [OnBoth(
        "UPDATE \"Activity\" SET \"Payload\" = '{\"to\":\"somebody\"}' WHERE \"Id\" = (SELECT \"ActivityId\" FROM \"ActivitySeal\" WHERE \"Sequence\" = 2)",
        "Entry 2 was changed after it was sealed.")]
    [OnBoth(
        "UPDATE \"Activity\" SET \"ActorId\" = '11111111-1111-7111-8111-111111111111' WHERE \"Id\" = (SELECT \"ActivityId\" FROM \"ActivitySeal\" WHERE \"Sequence\" = 3)",
        "Entry 3 was changed after it was sealed.")]
    [OnBoth(
        "DELETE FROM \"Activity\" WHERE \"Id\" = (SELECT \"ActivityId\" FROM \"ActivitySeal\" WHERE \"Sequence\" = 2)",
        "Entry 2 is missing from the activity record.")]
    [OnBoth(
        "DELETE FROM \"Activity\" WHERE \"Id\" = (SELECT \"ActivityId\" FROM \"ActivitySeal\" ORDER BY \"Sequence\" DESC LIMIT 1)",
        "An entry at the end of the activity record was deleted.")]
    [OnBoth("DELETE FROM \"ActivitySeal\" WHERE \"Sequence\" = (SELECT MAX(\"Sequence\") FROM \"ActivitySeal\")", "One entry isn't part of the sealed activity record.")]
    [OnBoth("UPDATE \"ActivitySeal\" SET \"Hash\" = REPLACE(\"Hash\", 'a', 'b') WHERE \"Sequence\" = 4", "Entry 4 was changed after it was sealed.")]
    public async Task Changes_that_bypass_the_database_rules_are_detected(DatabaseProvider on, string sql, string problem)
    {
        await using var office = await WithHistoryAsync(on);
        await office.SweepAsync<SealActivityJob>();
        await office.ReadAsync(async db =>
        {
            await DisarmAsync(db);
            return await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"));
        });
        Assert.Equal(problem, (await VerifyAsync(office)).Problem);
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.SweepAsync<ActivityChainJob>());
    }

    [Theory, OnBoth]
    public async Task A_rewritten_chain_contradicts_the_head_stored_outside(DatabaseProvider on)
    {
        await using var office = await WithHistoryAsync(on);
        await office.SweepAsync<SealActivityJob>();
        await office.SweepAsync<ActivityChainJob>();
        await office.SweepAsync<ActivityChainJob>();
        Assert.Equal(2, (await File.ReadAllLinesAsync(Path.Combine(office.Folder, "heads.txt"))).Length);
        await office.ReadAsync(async db =>
        {
            await DisarmAsync(db);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"ActivitySeal\"");
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Activity\" SET \"Operation\" = 'Nothing'");
            return await db.Database.ExecuteSqlRawAsync("INSERT INTO \"UnsealedActivity\" (\"ActivityId\") SELECT \"Id\" FROM \"Activity\"");
        });
        await office.SweepAsync<SealActivityJob>();
        Assert.Null((await VerifyAsync(office)).Problem);
        var found = await Assert.ThrowsAsync<InvalidOperationException>(() => office.SweepAsync<ActivityChainJob>());
        Assert.Contains("Was an older database restored?", found.Message, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Concurrent_writers_sealers_and_verifiers_find_nothing_wrong(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var maria = await office.Given.Caseworker();
        var @case = await office.Given.SubmittedCase();
        var writing = office.AtOnceAsync<WriteNote>(60, o => o.ExecuteAsync(new(@case.Id, "A note.", Guid.CreateVersion7()), maria, default));
        var problems = new List<string?>();
        do
        {
            await office.SweepAsync<SealActivityJob>();
            problems.Add((await VerifyAsync(office)).Problem);
        }
        while (!writing.IsCompleted);
        Assert.All(await writing, o => Assert.Equal(Outcome.Done, o));
        Assert.All(problems, Assert.Null);
        await office.SweepAsync<SealActivityJob>();
        Assert.Equal((await office.AllAsync<ActivityEntry>()).Count, (await VerifyAsync(office)).Sealed);
    }

    private static async Task<DomainHost> WithHistoryAsync(DatabaseProvider on)
    {
        var office = await DomainHost.StartAsync(on);
        await office.Given.SignedCase(await office.Given.Caseworker());
        return office;
    }

    private static Task<ChainReport> VerifyAsync(DomainHost office) => office.WithAsync<VerifyActivity, ChainReport>(v => v.RunAsync(default));

    private static async Task RefusedAsync(DomainHost office, string sql)
    {
        var before = await DatabasePicture.TakeAsync(office.Database);
        var fault = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => office.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{").Replace("}", "}}"))));
        Assert.Contains("is append-only", fault.Message, StringComparison.Ordinal);
        Assert.Empty(before.Differences(await DatabasePicture.TakeAsync(office.Database)));
    }

    // What an attacker with the database owner's rights could do.
    private static async Task DisarmAsync(PortalDb db)
    {
        var triggers = db is SqlitePortalDb
            ? await db.Database.SqlQueryRaw<string>("SELECT 'DROP TRIGGER \"' || name || '\"' AS \"Value\" FROM sqlite_master WHERE type = 'trigger'")
                .ToListAsync()
            : ["ALTER TABLE \"Activity\" DISABLE TRIGGER USER", "ALTER TABLE \"ActivitySeal\" DISABLE TRIGGER USER"];
        foreach (var sql in triggers)
            await db.Database.ExecuteSqlRawAsync(sql);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Migrations;

public sealed class MigrationTests
{
    [Theory, OnBoth]
    public async Task The_model_has_no_pending_changes(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(on);
        await using var db = database.Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, OnBoth]
    public async Task An_empty_database_is_created_and_a_second_start_changes_nothing(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(on);
        await UpgradeAsync(database);
        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(AppendOnly.Expected(db), await AppendOnly.CountAsync(db, default));
        var before = await DatabasePicture.TakeAsync(database);
        await UpgradeAsync(database);
        Assert.Empty(before.Differences(await DatabasePicture.TakeAsync(database)));
    }

    [Theory, OnBoth]
    public async Task Missing_triggers_are_restored_at_startup(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(on == DatabaseProvider.Sqlite
            ? "DROP TRIGGER append_only_Activity_DELETE"
            : "DROP TRIGGER append_only_Activity_change ON \"Activity\"");
        Assert.Equal(AppendOnly.Expected(db) - 1, await AppendOnly.CountAsync(db, default));
        await UpgradeAsync(database);
        Assert.Equal(AppendOnly.Expected(db), await AppendOnly.CountAsync(db, default));
    }

    [Fact]
    public async Task Both_databases_have_the_same_migrations()
    {
        static IEnumerable<string> Names(PortalDb db) => db.Database.GetMigrations().Select(m => m.Split('_', 2)[1]);
        await using var sqlite = DatabaseSettings.File("none.db").Open();
        await using var postgres = new DatabaseSettings(DatabaseProvider.PostgreSql, "Host=none").Open();
        Assert.Equal(Names(sqlite), Names(postgres));
    }

    [Fact]
    public async Task SQLite_is_set_to_keep_acknowledged_writes()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        async Task<string> PragmaAsync(string name) =>
            (await db.Database.SqlQueryRaw<string>($"SELECT CAST({name} AS TEXT) AS \"Value\" FROM pragma_{name}").SingleAsync());
        Assert.Equal(
            ("wal", "2", "1", "1"),
            (await PragmaAsync("journal_mode"),
                await PragmaAsync("synchronous"),
                await PragmaAsync("foreign_keys"),
                await PragmaAsync("secure_delete")));
        Assert.Equal("1", await PragmaAsync("recursive_triggers"));
    }

    [Theory, OnBoth]
    public async Task Times_are_read_back_as_UTC(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var @case = await office.Given.SubmittedCase();
        Assert.Equal((DateTimeKind.Utc, office.Clock.Utc), (@case.ReceivedAt.Kind, @case.ReceivedAt));
    }

    private static async Task UpgradeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await new DatabaseUpgrade(db, new TestClock(), NullLogger<DatabaseUpgrade>.Instance).RunAsync(default);
    }
}

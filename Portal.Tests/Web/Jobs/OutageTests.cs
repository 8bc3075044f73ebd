using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Browser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Jobs;

/// <summary>The database is gone for a while; what's due leaves soon after it is back.</summary>
public sealed class OutageTests
{
    // Long enough that every part of the site has noticed and is waiting before it tries again.
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);

    [Theory, OnBoth]
    public async Task Due_mail_leaves_within_30_seconds_after_a_database_outage(DatabaseProvider on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var site = await EngineSite.StartAsync(database);
        await QueueAsync(database, "before@example.org");
        await RunningPortal.UntilAsync(() => site.Sent.Count == 1, "the first mail");
        await using (await CutAsync(database))
            await Task.Delay(Outage);
        await QueueAsync(database, "after@example.org");
        var back = Stopwatch.GetTimestamp();
        await RunningPortal.UntilAsync(() => site.Sent.Count == 2, "the mail that waited for the database");
        Assert.InRange(Stopwatch.GetElapsedTime(back).TotalSeconds, 0, 30);
        await RunningPortal.UntilAsync(async () => await site.ReadAsync(db => db.Set<OutgoingMail>().AllAsync(m => m.SentAt != null)), "both to be marked");
    }

    private static async Task QueueAsync(TestDatabase database, string reader)
    {
        await using var db = database.Open();
        db.Queue(TimeProvider.System.GetUtcNow().UtcDateTime, new DraftSavedMail(), new(reader, "en"), null, Guid.CreateVersion7());
        await db.SaveChangesAsync();
    }

    private static async Task<IAsyncDisposable> CutAsync(TestDatabase database) =>
        database.Provider == DatabaseProvider.Sqlite ? await LockedFile.TakeAsync(database) : await ClosedDatabase.TakeAsync(database);

    /// <summary>Another program holds the file.</summary>
    private sealed class LockedFile(SqliteConnection connection) : IAsyncDisposable
    {
        public static async Task<LockedFile> TakeAsync(TestDatabase database)
        {
            var connection = new SqliteConnection(database.Settings.ConnectionString + ";Pooling=False");
            await connection.OpenAsync();
            await RunAsync(connection, "BEGIN EXCLUSIVE");
            return new(connection);
        }

        public async ValueTask DisposeAsync()
        {
            await RunAsync(connection, "ROLLBACK");
            await connection.DisposeAsync();
        }

        private static async Task RunAsync(SqliteConnection connection, string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The server takes no connections to the database and ends those there are.</summary>
    private sealed class ClosedDatabase(string name, string server) : IAsyncDisposable
    {
        public static async Task<ClosedDatabase> TakeAsync(TestDatabase database)
        {
            var address = new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString);
            var name = address.Database!;
            address.Database = "postgres";
            var closed = new ClosedDatabase(name, address.ConnectionString);
            await closed.RunAsync($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS false");
            await closed.RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
            return closed;
        }

        public async ValueTask DisposeAsync() => await RunAsync($"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS true");

        private async Task RunAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

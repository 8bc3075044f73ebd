using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Domain.Platform.Search;

namespace Portal.Domain.Platform.Database;

/// <summary>Migrates the database to the schema this build needs, after making a copy (EF 10 migrations aren't one transaction).</summary>
public sealed class DatabaseUpgrade(PortalDb db, TimeProvider clock, ILogger<DatabaseUpgrade> log)
{
    /// <summary>Applies pending migrations, then ensures that the triggers and the full-text index are in place.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count > 0)
        {
            await DeleteStaleLockAsync(cancellation);
            CopyFirst();
            log.LogInformation("Migrating the database: {Migrations}", string.Join(", ", pending));
            await db.Database.MigrateAsync(cancellation);
        }

        if (db is SqlitePortalDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellation);
        await AppendOnly.EnsureAsync(db, cancellation);
        await SearchWords.EnsureAsync(db, cancellation);
    }

    // Left by a process that died while migrating. EF would wait for it forever.
    private async Task DeleteStaleLockAsync(CancellationToken cancellation)
    {
        if (db is not SqlitePortalDb || !await db.Database.CanConnectAsync(cancellation))
            return;
        var locks = await db.Database.SqlQueryRaw<int>(
            "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name='__EFMigrationsLock'").SingleAsync(cancellation);
        if (locks == 1)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\" WHERE \"Timestamp\" < datetime('now','-10 minutes')", cancellation);
    }

    private void CopyFirst()
    {
        if (db is not SqlitePortalDb)
            return;
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!File.Exists(file) || new FileInfo(file).Length == 0)
            return;
        SqliteCopy.Make(db.Database.GetConnectionString()!, $"{file}.before-{clock.GetUtcNow():yyyyMMddHHmmss}");
    }
}

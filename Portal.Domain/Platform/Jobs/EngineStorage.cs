using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Hangfire's storage: in memory with SQLite, which has only one process; in PostgreSQL otherwise, shared by all processes.</summary>
internal static class EngineStorage
{
    // Results of runs are kept in JobRun, so Hangfire doesn't need to keep them long.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static JobStorage Open(DatabaseSettings database)
    {
        JobStorage storage = database.Provider == DatabaseProvider.Sqlite
            ? new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = Kept })
            : PostgreSql(database.ConnectionString);
        storage.JobExpirationTimeout = Kept;
        return storage;
    }

    // By default, a killed process's run is taken over after 30 minutes, a long run is started a second time, and polling is every
    // 15 seconds.
    private static PostgreSqlStorage PostgreSql(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(2),
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(2),
            // If a process is killed while it holds the schedule's lock, the others wait this long.
            DistributedLockTimeout = TimeSpan.FromMinutes(1),
            JobExpirationCheckInterval = TimeSpan.FromMinutes(15),
            // Callers retry on their own, without blocking a thread.
            StartupConnectionMaxRetries = 0,
        };
        return new(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}

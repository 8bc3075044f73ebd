using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Where Hangfire keeps its queues: in memory beside SQLite, which one process has; in PostgreSQL for all that share it.</summary>
internal static class EngineStorage
{
    // What became of a run stands in JobRun; the engine need not remember it for long.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static JobStorage Open(DatabaseSettings database)
    {
        JobStorage storage = database.Provider == DatabaseProvider.Sqlite
            ? new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = Kept })
            : PostgreSql(database.ConnectionString);
        storage.JobExpirationTimeout = Kept;
        return storage;
    }

    // The defaults give a killed process's run to another one after 30 minutes, begin a long run a second time, and poll every 15 seconds.
    private static PostgreSqlStorage PostgreSql(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(2),
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(2),
            // A process that is killed while it looks at the schedule keeps everybody else from it that long.
            DistributedLockTimeout = TimeSpan.FromMinutes(1),
            JobExpirationCheckInterval = TimeSpan.FromMinutes(15),
            // Whoever needs the storage tries again by itself, without holding up a thread.
            StartupConnectionMaxRetries = 0,
        };
        return new(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}

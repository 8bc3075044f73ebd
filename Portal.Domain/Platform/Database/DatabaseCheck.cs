using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>Whether the database can be used by this build, for the command line. Changes nothing.</summary>
public sealed class DatabaseCheck(PortalDb db)
{
    /// <summary>Whether it can be reached; false also for a file that is not there.</summary>
    public Task<bool> IsReachableAsync(CancellationToken cancellation) => db.Database.CanConnectAsync(cancellation);

    /// <summary>How many migrations it is behind.</summary>
    public async Task<int> CountPendingAsync(CancellationToken cancellation) => (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();

    /// <summary>Whether the triggers that guard what was recorded are all there.</summary>
    public async Task<bool> IsAppendOnlyAsync(CancellationToken cancellation) => await AppendOnly.CountAsync(db, cancellation) == AppendOnly.Expected(db);

    /// <summary>Whether it is a file of ours, which can be looked through.</summary>
    public bool IsFile => db is SqlitePortalDb;

    /// <summary>What is wrong with the file; null when nothing is.</summary>
    public string? Damage() => SqliteCopy.Problem(SqliteCopy.FactsFor(db.Database.GetConnectionString()!));
}

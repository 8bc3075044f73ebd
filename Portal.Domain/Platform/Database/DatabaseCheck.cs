using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>Checks, for the command line, whether this build can use the database. Read-only.</summary>
public sealed class DatabaseCheck(PortalDb db)
{
    /// <summary>Whether the database can be reached; false for a missing file.</summary>
    public Task<bool> IsReachableAsync(CancellationToken cancellation) => db.Database.CanConnectAsync(cancellation);

    /// <summary>The number of pending migrations.</summary>
    public async Task<int> CountPendingAsync(CancellationToken cancellation) => (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();

    /// <summary>Whether all append-only triggers are in place.</summary>
    public async Task<bool> IsAppendOnlyAsync(CancellationToken cancellation) => await AppendOnly.CountAsync(db, cancellation) == AppendOnly.Expected(db);

    /// <summary>Whether it's a local file that can be checked for damage.</summary>
    public bool IsFile => db is SqlitePortalDb;

    /// <summary>What's wrong with the file; null when nothing is.</summary>
    public string? Damage() => SqliteCopy.Problem(SqliteCopy.FactsFor(db.Database.GetConnectionString()!));
}

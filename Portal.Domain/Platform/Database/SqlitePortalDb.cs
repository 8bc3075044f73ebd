using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>The database in a SQLite file. Writes queue at a semaphore because waiting inside SQLite is slower (docs/adr/0004).</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <inheritdoc />
    public override bool IsShared => false;

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var gate = Gates.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }
}

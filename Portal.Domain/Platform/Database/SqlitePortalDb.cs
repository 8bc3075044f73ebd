using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>The database in a SQLite file. Writes queue at a semaphore because waiting inside SQLite is slower (docs/adr/0004).</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <inheritdoc />
    public override bool IsShared => false;

    // Set while a transaction of this context holds the gate, so that saves within it don't wait for themselves.
    private bool _isThrough;

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        ThroughGateAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public override Task InTransactionAsync(Func<Task> write, CancellationToken cancellation) => ThroughGateAsync(
        async () =>
        {
            _isThrough = true;
            try
            {
                await base.InTransactionAsync(write, cancellation);
                return 0;
            }
            finally
            {
                _isThrough = false;
            }
        },
        cancellation);

    private async Task<int> ThroughGateAsync(Func<Task<int>> write, CancellationToken cancellation)
    {
        if (_isThrough)
            return await write();
        var gate = Gates.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellation);
        try
        {
            return await write();
        }
        finally
        {
            gate.Release();
        }
    }
}

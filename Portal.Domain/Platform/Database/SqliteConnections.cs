using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Portal.Domain.Platform.Database;

/// <summary>
/// Gives each context a <see cref="KeptConnection"/> with the settings every SQLite connection needs: durability over speed (a
/// signed release must survive power loss), foreign keys, erased data overwritten, and append-only triggers that REPLACE
/// can't bypass.
/// </summary>
public sealed class SqliteConnections : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON; " +
        "PRAGMA busy_timeout=15000; PRAGMA cache_size=-4000; PRAGMA temp_store=MEMORY;";

    // The pool reuses native connections, which keep their settings.
    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(new KeptConnection(eventData.ConnectionString!));

    private static void Prepare(DbConnection connection)
    {
        if (connection is not SqliteConnection { Handle: { } native } || Set.TryGetValue(native, out _))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Set.AddOrUpdate(native, Pragmas);
    }
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>The database on PostgreSQL 15 or later.</summary>
public sealed class PostgreSqlPortalDb(DbContextOptions<PostgreSqlPortalDb> options) : PortalDb(options)
{
    /// <inheritdoc />
    public override bool IsShared => true;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ByteOrder.ForPostgreSql(builder);
    }
}

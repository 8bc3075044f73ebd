using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Domain.Platform.Database;

internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) => (SqlitePortalDb)DatabaseSettings.File("design-time.db").Open();
}

internal sealed class PostgreSqlDesignTime : IDesignTimeDbContextFactory<PostgreSqlPortalDb>
{
    public PostgreSqlPortalDb CreateDbContext(string[] args) =>
        (PostgreSqlPortalDb)new DatabaseSettings(DatabaseProvider.PostgreSql, "Host=localhost;Database=design_time").Open();
}

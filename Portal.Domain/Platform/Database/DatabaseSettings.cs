using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Domain.Platform.Database;

/// <summary>The kind of database and how to connect to it.</summary>
/// <param name="Provider">Sqlite or PostgreSql.</param>
/// <param name="ConnectionString">In the provider's format.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    // The number of idle contexts kept for later requests.
    private const int PoolSize = 64;

    /// <summary>A SQLite file.</summary>
    public static DatabaseSettings File(string path) => new(DatabaseProvider.Sqlite, $"Data Source={path};Cache=Private;Pooling=True");

    /// <summary>Registers the context of this provider, and <see cref="PortalDb"/> as that context.</summary>
    public IServiceCollection Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        if (Provider == DatabaseProvider.Sqlite)
        {
            services.AddDbContextPool<SqlitePortalDb>(Configure, PoolSize);
            services.AddScoped<PortalDb>(p => p.GetRequiredService<SqlitePortalDb>());
        }
        else
        {
            services.AddDbContextPool<PostgreSqlPortalDb>(Configure, PoolSize);
            services.AddScoped<PortalDb>(p => p.GetRequiredService<PostgreSqlPortalDb>());
        }

        return services;
    }

    /// <summary>Opens a context outside any container.</summary>
    public PortalDb Open()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqlitePortalDb>();
            Configure(sqlite);
            return new SqlitePortalDb(sqlite.Options);
        }

        var postgres = new DbContextOptionsBuilder<PostgreSqlPortalDb>();
        Configure(postgres);
        return new PostgreSqlPortalDb(postgres.Options);
    }

    private void Configure(DbContextOptionsBuilder options)
    {
        if (Provider == DatabaseProvider.Sqlite)
            options.UseSqlite(ConnectionString).AddInterceptors(new SqliteConnections());
        else
            options.UseNpgsql(ConnectionString, npgsql => npgsql.EnableRetryOnFailure(0));
        // Capped counts intentionally take rows in any order.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }
}

/// <summary>The databases Portal runs on; both are tested on every commit.</summary>
public enum DatabaseProvider
{
    /// <summary>An embedded file; one process.</summary>
    Sqlite,

    /// <summary>A server; several processes.</summary>
    PostgreSql,
}

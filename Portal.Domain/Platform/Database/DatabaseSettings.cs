using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Platform.Protection;

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
            services.AddDbContextPool<SqlitePortalDb>((p, options) => Configure(options, p.GetRequiredService<MasterKeys>), PoolSize);
            services.AddScoped<PortalDb>(p => p.GetRequiredService<SqlitePortalDb>());
        }
        else
        {
            services.AddDbContextPool<PostgreSqlPortalDb>((p, options) => Configure(options, p.GetRequiredService<MasterKeys>), PoolSize);
            services.AddScoped<PortalDb>(p => p.GetRequiredService<PostgreSqlPortalDb>());
        }

        return services;
    }

    /// <summary>Opens a context outside any container. Without keys, it can neither seal nor open text.</summary>
    public PortalDb Open(MasterKeys? keys = null)
    {
        var read = keys is null ? null : (Func<MasterKeys>)(() => keys);
        if (Provider == DatabaseProvider.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqlitePortalDb>();
            Configure(sqlite, read);
            return new SqlitePortalDb(sqlite.Options);
        }

        var postgres = new DbContextOptionsBuilder<PostgreSqlPortalDb>();
        Configure(postgres, read);
        return new PostgreSqlPortalDb(postgres.Options);
    }

    private void Configure(DbContextOptionsBuilder options, Func<MasterKeys>? keys)
    {
        if (Provider == DatabaseProvider.Sqlite)
            options.UseSqlite(ConnectionString).AddInterceptors(new SqliteConnections());
        else
            options.UseNpgsql(ConnectionString, npgsql => npgsql.EnableRetryOnFailure(0));
        options.UseSealing(keys ?? (() => throw new InvalidOperationException("This context was opened without the keys of its sealed text.")));
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

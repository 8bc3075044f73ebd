using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Domain.Platform.Database;

/// <summary>Which database, and where.</summary>
/// <param name="Provider">Sqlite or PostgreSql.</param>
/// <param name="ConnectionString">As the provider reads it.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    // Contexts that wait for the next request, each with what EF made for it.
    private const int MostKept = 64;

    /// <summary>A SQLite file.</summary>
    public static DatabaseSettings File(string path) => new(DatabaseProvider.Sqlite, $"Data Source={path};Cache=Private;Pooling=True");

    /// <summary>Registers the context of this provider, and <see cref="PortalDb"/> as that context.</summary>
    public IServiceCollection Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        if (Provider == DatabaseProvider.Sqlite)
        {
            services.AddDbContextPool<SqlitePortalDb>(Configure, MostKept);
            services.AddScoped<PortalDb>(p => p.GetRequiredService<SqlitePortalDb>());
        }
        else
        {
            services.AddDbContextPool<PostgreSqlPortalDb>(Configure, MostKept);
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
        // Capped counts take rows in any order on purpose.
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

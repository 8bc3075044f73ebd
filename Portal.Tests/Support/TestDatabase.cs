using Microsoft.Data.Sqlite;
using Npgsql;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;

namespace Portal.Tests.Support;

/// <summary>
/// A separate real database for one test: migrated, with the seed data and the office of <see cref="TestOffice"/> unless
/// it should be empty. Copied from a template that each run creates once.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> SqliteTemplate = new(() => TemplateAsync(DatabaseProvider.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> PostgreSqlTemplate = new(() => TemplateAsync(DatabaseProvider.PostgreSql));
    private readonly string _name;

    private TestDatabase(DatabaseProvider provider, string name, string connection)
    {
        _name = name;
        Settings = new(provider, connection);
    }

    public DatabaseSettings Settings { get; }

    public DatabaseProvider Provider => Settings.Provider;

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider)
    {
        var template = await (provider == DatabaseProvider.Sqlite ? SqliteTemplate : PostgreSqlTemplate).Value;
        return await NewAsync(provider, template._name);
    }

    /// <summary>A database without tables.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(DatabaseProvider provider) => NewAsync(provider, null);

    /// <summary>The keys of every test that doesn't make its own.</summary>
    public static MasterKeys Keys { get; } = MasterKeys.FromConfiguration("test", Convert.ToBase64String(new byte[32]));

    public PortalDb Open() => Settings.Open(Keys);

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.PostgreSql)
        {
            await using (var connection = new NpgsqlConnection(Settings.ConnectionString))
                NpgsqlConnection.ClearPool(connection);
            await PostgreSqlServer.DropAsync(_name);
            return;
        }

        using (var connection = new SqliteConnection(Settings.ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_name)!, Path.GetFileName(_name) + "*"))
            File.Delete(file);
    }

    private static async Task<TestDatabase> NewAsync(DatabaseProvider provider, string? template)
    {
        var name = $"portal_test_{Guid.CreateVersion7():N}";
        if (provider == DatabaseProvider.PostgreSql)
            return new(provider, name, await PostgreSqlServer.CreateAsync(name, template));
        var path = Path.Combine(Path.GetTempPath(), name + ".db");
        if (template is not null)
            File.Copy(template, path);
        return new(provider, path, DatabaseSettings.File(path).ConnectionString);
    }

    private static async Task<TestDatabase> TemplateAsync(DatabaseProvider provider)
    {
        var template = await NewAsync(provider, null);
        await TestOffice.FillAsync(template);
        if (provider == DatabaseProvider.Sqlite)
        {
            await using var db = template.Open();
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "PRAGMA wal_checkpoint(TRUNCATE);");
        }

        // A database with open connections can't be a template, and a file with a journal can't be copied by itself.
        if (provider == DatabaseProvider.Sqlite)
            SqliteConnection.ClearPool(new SqliteConnection(template.Settings.ConnectionString));
        else
            NpgsqlConnection.ClearPool(new NpgsqlConnection(template.Settings.ConnectionString));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return template;
    }
}

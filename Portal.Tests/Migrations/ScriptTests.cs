using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Migrations;

/// <summary>The output of <c>dotnet ef migrations script</c>, for offices whose database administrator runs SQL by hand.</summary>
public sealed class ScriptTests
{
    private const string Sqlite = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS \"Value\" FROM sqlite_master WHERE name <> '__EFMigrationsLock'";

    private const string PostgreSql = """
        SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable, collation_name) AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;

    [Theory, OnBoth]
    public async Task The_script_creates_the_same_database_as_migrating(DatabaseProvider on)
    {
        await using var scripted = await TestDatabase.CreateEmptyAsync(on);
        await using var migrated = await TestDatabase.CreateEmptyAsync(on);
        await using var byScript = scripted.Open();
        await using var byMigration = migrated.Open();
        await RunAsync(byScript, byScript.GetService<IMigrator>().GenerateScript());
        await byMigration.Database.MigrateAsync();
        Assert.Empty(await byScript.Database.GetPendingMigrationsAsync());
        Assert.Equal(await ShapeAsync(byMigration), await ShapeAsync(byScript));
    }

    private static async Task RunAsync(PortalDb db, string script)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ShapeAsync(PortalDb db) =>
        [.. (await db.Database.SqlQueryRaw<string>(db is SqlitePortalDb ? Sqlite : PostgreSql).ToListAsync()).Order(StringComparer.Ordinal)];
}

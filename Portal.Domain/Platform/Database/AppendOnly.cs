using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Database;

/// <summary>An entity whose rows are never changed or deleted. Database triggers enforce it.</summary>
public interface IAppendOnly;

/// <summary>
/// Triggers that reject changes to append-only tables. Checked at every start, because some EF migrations rebuild SQLite
/// tables and silently drop their triggers.
/// </summary>
public static class AppendOnly
{
    /// <summary>Creates the triggers that are missing.</summary>
    public static async Task EnsureAsync(PortalDb db, CancellationToken cancellation)
    {
        // Recreating them would lock tables that another process is writing to.
        if (await CountAsync(db, cancellation) == Expected(db))
            return;
        foreach (var sql in Tables(db).SelectMany(t => db is SqlitePortalDb ? Sqlite(t) : PostgreSql(t)))
            await db.Database.ExecuteSqlRawAsync(sql, cancellation);
    }

    /// <summary>The number of triggers in place and enabled; equals <see cref="Expected"/> when all is well.</summary>
    public static async Task<int> CountAsync(PortalDb db, CancellationToken cancellation) =>
        await db.Database.SqlQueryRaw<int>(db is SqlitePortalDb
            ? "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type='trigger' AND name LIKE 'append_only_%'"
            : "SELECT COUNT(*)::int AS \"Value\" FROM pg_trigger WHERE tgname LIKE 'append_only_%' AND tgenabled IN ('O', 'A')").SingleAsync(cancellation);

    /// <summary>The number of triggers there should be.</summary>
    public static int Expected(PortalDb db) => Tables(db).Count() * 2;

    private static IEnumerable<string> Tables(PortalDb db) =>
        db.Model.GetEntityTypes().Where(e => typeof(IAppendOnly).IsAssignableFrom(e.ClrType)).Select(e => e.GetTableName()!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sqlite(string table) =>
        new[] { "UPDATE", "DELETE" }.Select(verb =>
            $"CREATE TRIGGER IF NOT EXISTS append_only_{table}_{verb} BEFORE {verb} ON \"{table}\" " +
            $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");

    private static IEnumerable<string> PostgreSql(string table) =>
    [
        """
        CREATE OR REPLACE FUNCTION portal_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
        """,
        $"CREATE OR REPLACE TRIGGER append_only_{table}_change BEFORE UPDATE OR DELETE ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION portal_refuse_change();",
        $"CREATE OR REPLACE TRIGGER append_only_{table}_empty BEFORE TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION portal_refuse_change();",
    ];
}

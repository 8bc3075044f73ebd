using Microsoft.Data.Sqlite;

namespace Portal.Domain.Platform.Database;

/// <summary>Copies a SQLite database in use with SQLite's online backup. Readers and writers can continue.</summary>
public static class SqliteCopy
{
    /// <summary>Makes the copy and checks its integrity.</summary>
    /// <param name="connectionString">The connection string of the database in use.</param>
    /// <param name="path">The new file.</param>
    /// <exception cref="InvalidDataException">The copy is damaged and was deleted.</exception>
    public static void Make(string connectionString, string path)
    {
        using (var from = new SqliteConnection(connectionString))
        using (var to = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
            // A single file, without a separate WAL file.
            Ask(to, "PRAGMA journal_mode=DELETE");
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (Problem(path) is not { } problem)
            return;
        File.Delete(path);
        throw new InvalidDataException($"The copy of the database is damaged: {problem}");
    }

    /// <summary>What SQLite finds wrong with a database file; null when nothing is.</summary>
    public static string? Problem(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Ask(connection, "PRAGMA integrity_check(1)") is "ok" ? null : Ask(connection, "PRAGMA integrity_check(1)");
    }

    /// <summary>The file of a connection string.</summary>
    public static string FactsFor(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    private static string? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar() as string;
    }
}

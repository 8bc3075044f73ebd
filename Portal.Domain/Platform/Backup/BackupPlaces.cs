namespace Portal.Domain.Platform.Backup;

/// <summary>Which parts of the data directory belong to a backup. The mails of Development and the database file do not: the database is copied by its own means.</summary>
public static class BackupPlaces
{
    /// <summary>The copied database, SQLite.</summary>
    public const string Sqlite = "portal.db";

    /// <summary>The copied database, PostgreSQL.</summary>
    public const string PostgreSql = "portal.dump";

    /// <summary>The folder of the master key.</summary>
    public const string Keys = "keys";

    private static readonly string[] Places = ["files", "certificates", "activity-heads.txt"];

    /// <summary>Files and folders of a data directory that are copied as they are.</summary>
    public static IEnumerable<string> For(bool withKeys) => withKeys ? Places.Append(Keys) : Places;

    /// <summary>Every file of these places, by its path within the data directory, with slashes.</summary>
    public static IEnumerable<string> FilesIn(string dataDirectory, bool withKeys) =>
        For(withKeys).SelectMany(place => FilesOf(dataDirectory, place)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> FilesOf(string root, string place)
    {
        var path = Path.Combine(root, place);
        if (File.Exists(path))
            return [place];
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
                .Where(f => !f.StartsWith("files/incoming/", StringComparison.Ordinal) && !f.EndsWith(".lock", StringComparison.Ordinal))
            : [];
    }
}

namespace Portal.Domain.Platform.Backup;

/// <summary>
/// The parts of the data directory that are backed up. The database file isn't one of them because it's copied separately, and
/// neither are the emails of a development site.
/// </summary>
public static class BackupPlaces
{
    /// <summary>The copied SQLite database.</summary>
    public const string Sqlite = "portal.db";

    /// <summary>The dumped PostgreSQL database.</summary>
    public const string PostgreSql = "portal.dump";

    /// <summary>The folder of the master key.</summary>
    public const string Keys = "keys";

    private static readonly string[] Places = ["files", "certificates", "activity-heads.txt"];

    /// <summary>The files and folders of the data directory that are copied as they are.</summary>
    public static IEnumerable<string> For(bool withKeys) => withKeys ? Places.Append(Keys) : Places;

    /// <summary>Every file in these places, as a path relative to the data directory, with forward slashes.</summary>
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

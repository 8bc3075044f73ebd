namespace Portal.Domain.Platform.Backup;

/// <summary>
/// The parts of the data directory that are backed up. The database file isn't one of them because it's copied separately, and
/// neither are the emails of a development site. Keys are copied only on request: a backup alone must neither be readable nor be enough
/// to forge a release.
/// </summary>
public static class BackupPlaces
{
    /// <summary>The copied SQLite database.</summary>
    public const string Sqlite = "portal.db";

    /// <summary>The dumped PostgreSQL database.</summary>
    public const string PostgreSql = "portal.dump";

    /// <summary>The folder of the master key, which reads everything.</summary>
    public const string MasterKey = "keys";

    /// <summary>The key that seals releases, and its password, which forge them.</summary>
    public static readonly IReadOnlyList<string> SealingKey = ["certificates/seal.pfx", "certificates/seal.password"];

    // The public certificates verify what was sealed; nothing can be forged with them.
    private static readonly string[] Places = ["files", "certificates/certificates", "activity-heads.txt"];
    private static readonly string[] Secrets = [MasterKey, .. SealingKey];

    /// <summary>The files and folders of the data directory that are copied as they are.</summary>
    public static IEnumerable<string> For(bool withKeys) => withKeys ? Places.Concat(Secrets) : Places;

    /// <summary>The files and folders that a backup replaces. It doesn't touch a secret that it doesn't hold.</summary>
    public static IEnumerable<string> ReplacedBy(BackupManifest manifest) => Places.Concat(Secrets.Where(manifest.Holds));

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

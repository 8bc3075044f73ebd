using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;

namespace Portal.Domain.Platform.Backup;

/// <summary>Restores a backup. The site must not be running.</summary>
public sealed class RestoreBackup(DatabaseSettings database, TimeProvider clock)
{
    /// <summary>The backup's folder, the target data directory, and whether existing data may be replaced.</summary>
    public sealed record Command(string Folder, string DataDirectory, bool Force);

    /// <summary>The result.</summary>
    /// <param name="Manifest">What was restored.</param>
    /// <param name="DatabaseRestored">False when the database has to be restored with its own tools.</param>
    /// <param name="MovedTo">Where the previous data was moved; null when there was none.</param>
    public sealed record Restored(BackupManifest Manifest, bool DatabaseRestored, string? MovedTo);

    /// <summary>
    /// Checks every file, then restores. Existing data is moved aside, never deleted. Existing keys stay in place unless
    /// the backup includes them.
    /// </summary>
    /// <exception cref="InvalidDataException">The backup is incomplete, or was made from another kind of database.</exception>
    /// <exception cref="IOException">The data directory isn't empty, and force wasn't given.</exception>
    public async Task<Restored> RunAsync(Command command, CancellationToken cancellation)
    {
        var manifest = await BackupManifest.ReadAsync(command.Folder, cancellation);
        if (await manifest.ProblemAsync(command.Folder, cancellation) is { } problem)
            throw new InvalidDataException(problem);
        if (manifest.Provider != database.Provider)
            throw new InvalidDataException($"This is a backup of a {manifest.Provider} database, and the site is set up for {database.Provider}.");
        var movedTo = MoveAside(command, manifest);
        foreach (var file in manifest.Files.Where(f => f.Name is not (BackupPlaces.Sqlite or BackupPlaces.PostgreSql)))
            await CopyAsync(command.Folder, file.Name, Path.Combine(command.DataDirectory, file.Name), cancellation);
        return new(manifest, manifest.HasDatabase && await RestoreDatabaseAsync(command, cancellation), movedTo);
    }

    private string? MoveAside(Command command, BackupManifest manifest)
    {
        string[] databaseFiles = database.Provider == DatabaseProvider.Sqlite && SqliteCopy.FactsFor(database.ConnectionString) is var file
            ? [file, file + "-wal", file + "-shm"]
            : [];
        var there = BackupPlaces.ReplacedBy(manifest).Select(p => Path.Combine(command.DataDirectory, p)).Concat(databaseFiles)
            .Where(p => File.Exists(p) || (Directory.Exists(p) && Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories).Any())).ToList();
        if (there.Count == 0)
            return null;
        if (!command.Force)
            throw new IOException(
                $"{command.DataDirectory} already contains data. To replace it, stop the site and use --force. The old data will be moved aside, not deleted.");
        var aside = Path.Combine(command.DataDirectory, $"replaced-{clock.GetUtcNow():yyyyMMddHHmmss}");
        foreach (var path in there)
        {
            // A database kept elsewhere has no place within the data directory.
            var name = Path.GetRelativePath(command.DataDirectory, path);
            var to = Path.Combine(aside, name.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(name) ? Path.GetFileName(path) : name);
            DurableDirectory.Create(Path.GetDirectoryName(to)!);
            Directory.Move(path, to);
        }

        return aside;
    }

    private async Task<bool> RestoreDatabaseAsync(Command command, CancellationToken cancellation)
    {
        if (database.Provider == DatabaseProvider.PostgreSql)
            return await PostgreSqlTools.RestoreAsync(
                database.ConnectionString, Path.Combine(command.Folder, BackupPlaces.PostgreSql), command.Force, cancellation);
        await CopyAsync(command.Folder, BackupPlaces.Sqlite, SqliteCopy.FactsFor(database.ConnectionString), cancellation);
        return true;
    }

    private static async Task CopyAsync(string folder, string name, string target, CancellationToken cancellation)
    {
        DurableDirectory.Create(Path.GetDirectoryName(target)!);
        await using (var from = File.OpenRead(Path.Combine(folder, name)))
        await using (var to = new FileStream(target, DurableDirectory.NewPrivateFile()))
        {
            await from.CopyToAsync(to, cancellation);
            to.Flush(flushToDisk: true);
        }

        DurableDirectory.Sync(Path.GetDirectoryName(target)!);
    }
}

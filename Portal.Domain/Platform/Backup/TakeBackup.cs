using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;

namespace Portal.Domain.Platform.Backup;

/// <summary>
/// Backs up a running site. The database is copied first: files are stored before the rows that refer to them, so every row in
/// the copy has its file. The master key and the key that seals releases are left out unless
/// requested; keep them apart, because with the data they reveal everything, and forge what people signed.
/// </summary>
public sealed class TakeBackup(PortalDb db, TimeProvider clock)
{
    /// <summary>The data directory, a new or empty target folder, and whether to include the keys.</summary>
    public sealed record Command(string DataDirectory, string Folder, bool WithKeys);

    /// <summary>Takes the backup and returns its manifest.</summary>
    /// <exception cref="IOException">The folder isn't empty or can't be written to.</exception>
    /// <exception cref="InvalidDataException">The copied database is damaged.</exception>
    public async Task<BackupManifest> RunAsync(Command command, CancellationToken cancellation)
    {
        if (Directory.Exists(command.Folder) && Directory.EnumerateFileSystemEntries(command.Folder).Any())
            throw new IOException($"{command.Folder} is not empty. Choose a new folder for each backup.");
        DurableDirectory.Create(command.Folder);
        var database = await CopyDatabaseAsync(command.Folder, cancellation);
        var names = new List<string>();
        foreach (var name in BackupPlaces.FilesIn(command.DataDirectory, command.WithKeys))
            if (await CopyAsync(command, name, cancellation))
                names.Add(name);
        var files = new List<BackedUpFile>();
        foreach (var name in database is null ? names : names.Prepend(database))
            files.Add(await BackedUpFile.OfAsync(command.Folder, name, cancellation));
        var manifest = new BackupManifest(
            clock.GetUtcNow().UtcDateTime,
            typeof(TakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            db is SqlitePortalDb ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql,
            HasDatabase: database is not null)
        {
            Files = files,
        };
        await manifest.WriteAsync(command.Folder, cancellation);
        DurableDirectory.Sync(command.Folder);
        return manifest;
    }

    private async Task<string?> CopyDatabaseAsync(string folder, CancellationToken cancellation)
    {
        if (db is SqlitePortalDb)
        {
            SqliteCopy.Make(db.Database.GetConnectionString()!, Path.Combine(folder, BackupPlaces.Sqlite));
            return BackupPlaces.Sqlite;
        }

        return await PostgreSqlTools.DumpAsync(db.Database.GetConnectionString()!, Path.Combine(folder, BackupPlaces.PostgreSql), cancellation)
            ? BackupPlaces.PostgreSql
            : null;
    }

    // A draft's file may be deleted while the backup runs. Then nothing refers to it anymore.
    private static async Task<bool> CopyAsync(Command command, string name, CancellationToken cancellation)
    {
        var target = Path.Combine(command.Folder, name);
        DurableDirectory.Create(Path.GetDirectoryName(target)!);
        try
        {
            var sharing = new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete };
            await using var from = new FileStream(Path.Combine(command.DataDirectory, name), sharing);
            await using var to = new FileStream(target, DurableDirectory.NewPrivateFile());
            await from.CopyToAsync(to, cancellation);
            to.Flush(flushToDisk: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}

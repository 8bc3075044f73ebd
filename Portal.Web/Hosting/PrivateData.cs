using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;

namespace Portal.Web.Hosting;

/// <summary>What in the data directory nobody else may read. Only what Portal makes itself: the directory may hold other things too.</summary>
public sealed class PrivateData(PortalSettings settings, ILogger<PrivateData> log)
{
    // Also what is in them. Nobody can reach the files in a private folder, and there may be very many.
    private static readonly string[] SmallFolders = ["keys", "certificates", "mail"];
    private static readonly string[] LargeFolders = ["files", "replaced-*"];
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Protects what was there before, or was made by other means.</summary>
    public void Protect()
    {
        if (Open().Where(path => !PrivateFiles.Protect(path)).ToList() is { Count: > 0 } left)
            log.LogWarning("Other users of this machine can read {Paths}, and we may not change that", string.Join(", ", left));
    }

    /// <summary>What others can read or change, as it is now.</summary>
    public IEnumerable<string> Open() => Paths().Where(path => !PrivateFiles.IsPrivate(path));

    private IEnumerable<string> Paths()
    {
        var data = new DirectoryInfo(settings.DataDirectory);
        if (!data.Exists)
            return [];
        var folders = SmallFolders.Concat(LargeFolders).SelectMany(data.EnumerateDirectories);
        var contents = SmallFolders.SelectMany(data.EnumerateDirectories).SelectMany(f => f.EnumerateFileSystemInfos("*", Everything));
        return folders.Concat(contents).Concat(data.EnumerateFiles("activity-heads.txt")).Concat(DatabaseFiles()).Select(f => f.FullName);
    }

    // The file with its journals, and the copies made before upgrades.
    private IEnumerable<FileSystemInfo> DatabaseFiles()
    {
        var database = settings.DatabaseSettings();
        if (database.Provider != DatabaseProvider.Sqlite)
            return [];
        var file = new FileInfo(SqliteCopy.FactsFor(database.ConnectionString));
        return file.Directory is { Exists: true } folder
            ? [.. folder.EnumerateFiles(file.Name), .. folder.EnumerateFiles(file.Name + "-*"), .. folder.EnumerateFiles(file.Name + ".before-*")]
            : [];
    }
}

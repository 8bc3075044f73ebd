using System.Runtime.InteropServices;

namespace Portal.Domain.Platform.Files;

/// <summary>Keeps what this process writes from other users of the machine. On Windows, folders decide who can read, and nothing here applies.</summary>
public static class PrivateFiles
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode World = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private const uint OthersAsMask = 0b111_111;

    /// <summary>
    /// Everything this process and its children create from now on belongs to their owner alone, also what libraries create: SQLite's
    /// journal, a dump of the database, or a lock.
    /// </summary>
    public static void KeepNewOnes()
    {
        if (!OperatingSystem.IsWindows())
            _ = Umask(OthersAsMask);
    }

    /// <summary>Whether nobody but the owner can do anything with a file or folder.</summary>
    public static bool IsPrivate(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == 0;

    /// <summary>Whether only the owner and a group, such as the service's, can do anything with a file that someone else installed.</summary>
    public static bool IsClosedToTheWorld(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & World) == 0;

    /// <summary>Whether others can put files into a folder, or replace those in it. A sticky folder, such as /tmp, forbids replacing.</summary>
    public static bool TakesFilesFromOthers(string folder) =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(folder) is var mode && (mode & OthersWrite) != 0 && (mode & UnixFileMode.StickyBit) == 0;

    /// <summary>Takes away what others may do. False if the file belongs to someone else.</summary>
    public static bool Protect(string path)
    {
        if (OperatingSystem.IsWindows() || IsPrivate(path))
            return true;
        try
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) & ~Others);
            return true;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Umask(uint mask);
}

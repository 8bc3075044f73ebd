using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Domain.Paper.Converting;

/// <summary>Limits that a process on Linux sets itself and can't lift again. Elsewhere the parent's time limit and the managed heap's remain.</summary>
internal static class ProcessLimits
{
    private const int ProcessorTime = 0, FileSize = 1, CoreDump = 4, OpenFiles = 7, AddressSpace = 9;
    private const ulong Seconds = 40;
    private const ulong MoreMemory = 2UL * 1024 * 1024 * 1024;

    public static void Apply()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Yield();
        Set(CoreDump, 0);
        Set(ProcessorTime, Seconds);
        // Nothing of the file may reach the disk.
        Set(FileSize, 0);
        Set(OpenFiles, 128);
        // The runtime has reserved far more than it uses, so only what's added counts.
        if (Reserved() is { } reserved)
            Set(AddressSpace, reserved + MoreMemory);
    }

    // When memory runs out, the system ends this process first.
    private static void Yield()
    {
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception unavailable) when (unavailable is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static ulong? Reserved()
    {
        try
        {
            var pages = File.ReadAllText("/proc/self/statm").Split(' ')[0];
            return ulong.Parse(pages, CultureInfo.InvariantCulture) * (ulong)Environment.SystemPageSize;
        }
        catch (Exception unavailable) when (unavailable is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private static void Set(int resource, ulong most)
    {
        var limit = new Limit { Soft = most, Hard = most };
        _ = SetLimit(resource, in limit);
    }

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}

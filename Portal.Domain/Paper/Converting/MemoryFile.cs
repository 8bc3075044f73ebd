using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Portal.Domain.Paper.Converting;

/// <summary>
/// A file that exists only in memory and has a path all the same. ImageMagick reads HEIC and AVIF from a path alone, and would write
/// their bytes in clear to the machine's temporary folder to have one.
/// </summary>
internal sealed class MemoryFile : IDisposable
{
    private readonly FileStream _stream;

    private MemoryFile(SafeFileHandle handle, byte[] content)
    {
        Path = $"/proc/self/fd/{handle.DangerousGetHandle()}";
        _stream = new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
        _stream.Write(content);
    }

    public string Path { get; }

    /// <summary>Null where the system has no such files.</summary>
    public static MemoryFile? Create(byte[] content)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var handle = new SafeFileHandle(Make("upload\0"u8.ToArray(), 0), ownsHandle: true);
        return handle.IsInvalid ? null : new(handle, content);
    }

    public void Dispose() => _stream.Dispose();

    [DllImport("libc", EntryPoint = "memfd_create")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Make(byte[] name, uint flags);
}

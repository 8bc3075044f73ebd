using System.Runtime.CompilerServices;

namespace Portal.Web.Commands.Doctor;

/// <summary>Checks that the folders are writable and there's space left.</summary>
internal static class DiskLook
{
    private const long LeastFreeBytes = 1_000_000_000;

    public static async IAsyncEnumerable<Finding> RunAsync(CommandServices services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.WaitAsync(cancellation);
        var settings = services.Settings;
        string[] folders =
        [
            settings.DataDirectory, .. ((string[])["files", "keys", "certificates", "mail"]).Select(f => settings.In(f)).Where(Directory.Exists)
        ];
        var closed = folders.Where(f => !CanWrite(f)).ToList();
        yield return closed.Count == 0
            ? Finding.Fine($"The folders in {settings.DataDirectory} are writable.")
            : Finding.Problem($"The site can't write to {string.Join(", ", closed)}.");
        var free = new DriveInfo(settings.DataDirectory).AvailableFreeSpace;
        yield return free < LeastFreeBytes
            ? Finding.Problem($"Only {free / 1_000_000} MB is free on the disk that holds {settings.DataDirectory}.")
            : Finding.Fine($"{free / 1_000_000_000} GB are free on the disk.");
    }

    private static bool CanWrite(string folder)
    {
        var probe = Path.Combine(folder, $".doctor-{Guid.CreateVersion7():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

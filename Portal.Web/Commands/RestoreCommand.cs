using System.CommandLine;
using Portal.Domain.Platform.Backup;

namespace Portal.Web.Commands;

/// <summary>Restores a backup.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("folder") { Description = "The backup" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace the current data, which is moved aside, not deleted" };

    public static Command Create(string[] settings)
    {
        var command = new Command("restore", "Put a backup back into the data directory. Stop the site first.") { Folder, Force };
        command.SetAction(async (result, cancellation) =>
        {
            await using var services = CommandServices.Open(settings);
            var site = services.Settings;
            var done = await new RestoreBackup(site.DatabaseSettings(), services.Get<TimeProvider>()).RunAsync(
                new(result.GetRequiredValue(Folder).FullName, site.DataDirectory, result.GetValue(Force)), cancellation);
            var output = result.InvocationConfiguration.Output;
            await output.WriteLineAsync(
                $"Restored {done.Manifest.Files.Count} files of the backup of {done.Manifest.MadeAt:yyyy-MM-dd HH:mm} UTC into {site.DataDirectory}.");
            if (done.MovedTo is { } aside)
                await output.WriteLineAsync($"The earlier data is in {aside}. Delete it when everything works.");
            if (!done.DatabaseRestored)
                await output.WriteLineAsync("The database was NOT restored: put it back with pg_restore.");
            if (string.IsNullOrEmpty(site.MasterKey) && !File.Exists(site.In("keys", "master.key")))
                await output.WriteLineAsync($"Before you start the site, put the master key back in {site.In("keys", "master.key")}.");
            await output.WriteLineAsync("Run doctor next.");
            return 0;
        });
        return command;
    }
}

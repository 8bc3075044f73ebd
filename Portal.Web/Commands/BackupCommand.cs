using System.CommandLine;
using Portal.Domain.Platform.Backup;

namespace Portal.Web.Commands;

/// <summary>Backs up the site while it runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("folder") { Description = "A new or empty folder" };
    private static readonly Option<bool> WithKeys = new("--with-keys")
    {
        Description = "Include the master key. Anyone who has both the key and the data can read everything, so it's safer to keep them apart",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command(
            "backup", "Back up the database, files, and certificates to a folder while the site runs. Doesn't include the master key.")
        {
            Folder, WithKeys,
        };
        command.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var manifest = await services.Get<TakeBackup>().RunAsync(
                new(services.Settings.DataDirectory, result.GetRequiredValue(Folder).FullName, result.GetValue(WithKeys)), cancellation);
            var output = result.InvocationConfiguration.Output;
            await output.WriteLineAsync($"Backed up {manifest.Files.Count} files, {manifest.Files.Sum(f => f.Length)} bytes.");
            if (!manifest.HasDatabase)
                await output.WriteLineAsync("The database is NOT in this backup, because pg_dump is not installed here. Back it up with pg_dump.");
            await output.WriteLineAsync(manifest.HasKeys
                ? "The master key is in this backup. Keep it where only the administrator can read it."
                : $"The master key is not in this backup. Keep a copy of {services.Settings.In("keys", "master.key")} in another place: "
                    + "without it the backup cannot be read.");
            return 0;
        });
        return command;
    }
}

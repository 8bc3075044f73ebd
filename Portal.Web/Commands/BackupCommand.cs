using System.CommandLine;
using Portal.Domain.Platform.Backup;
using Portal.Web.Hosting;

namespace Portal.Web.Commands;

/// <summary>Backs up the site while it runs.</summary>
internal static class BackupCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("folder") { Description = "A new or empty folder" };
    private static readonly Option<bool> WithKeys = new("--with-keys")
    {
        Description = "Include the master key and the key that seals releases. Anyone who has them and the data can read everything and forge releases, so it's safer to keep them apart",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command(
            "backup", "Back up the database, files, and public certificates to a folder while the site runs. Doesn't include the keys.")
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
            foreach (var line in Keys(services.Settings, manifest))
                await output.WriteLineAsync(line);
            return 0;
        });
        return command;
    }

    private static IEnumerable<string> Keys(PortalSettings settings, BackupManifest manifest)
    {
        if (manifest.HasMasterKey || manifest.HasSealingKey)
            yield return "Keys are in this backup: whoever has it can read everything and forge releases. Keep it where only the administrator can read it.";
        if (!manifest.HasMasterKey)
            yield return $"The master key is not in this backup. Keep a copy of {settings.In("keys", "master.key")} in another place: "
                + "without it the backup cannot be read.";
        if (!manifest.HasSealingKey && settings.HasCertificate)
            yield return "The key that seals releases is not in this backup. Without it, a restored site makes a new one, and what was sealed can still "
                + $"be verified. To keep it, copy {settings.In("certificates", "seal.pfx")} and seal.password to another place.";
    }
}

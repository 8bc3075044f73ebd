using System.CommandLine;
using Portal.Domain.Cases;
using Portal.Domain.Desk;

namespace Portal.Web.Commands;

/// <summary>Exports one case as files.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Reference = new("reference") { Description = "The case, such as 7KQ2M-XW94T" };
    private static readonly Argument<DirectoryInfo> Folder = new("folder") { Description = "A new or empty folder" };

    public static Command Create(string[] settings)
    {
        var command = new Command("export", "Write everything about one case to a folder: its data, documents, and sealed releases. The export is recorded.")
        {
            Reference, Folder,
        };
        command.SetAction(async (result, cancellation) =>
        {
            if (!CaseReference.TryParse(result.GetRequiredValue(Reference), out var reference))
                throw new CommandFailure("That isn't one of our case references. Check for typos. They look like 7KQ2M-XW94T.");
            var folder = result.GetRequiredValue(Folder);
            if (folder.Exists && folder.EnumerateFileSystemInfos().Any())
                throw new CommandFailure($"{folder.FullName} is not empty.");
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var written = reference.ToString();
            var found = await services.Get<CasePageHeaderQuery>().ReadAsync(written, CommandServices.Actor, "en", cancellation)
                ?? throw new CommandFailure($"There is no case {written}.");
            var outcome = await services.Get<ExportCase>().ExecuteAsync(new(found.Case.Id, folder.FullName), CommandServices.Actor, cancellation);
            if (outcome is not ExportCase.Exported exported)
                throw new CommandFailure($"The case was not exported ({outcome}).");
            await result.InvocationConfiguration.Output.WriteLineAsync($"Wrote {exported.Files} files of case {written} to {folder.FullName}.");
            return 0;
        });
        return command;
    }
}

using System.CommandLine;
using System.Globalization;
using Portal.Domain.Districts;
using Portal.Domain.Liaisons;
using Portal.Domain.Platform;

namespace Portal.Web.Commands;

/// <summary>Imports public data.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("file")
    {
        Description = "A CSV file with the columns state_fips, state_abbr, zcta, and cd, or the Census Bureau's relationship file of ZCTAs and congressional districts",
    };

    private const int WholeCountry = 30_000;

    private static readonly Option<bool> EvenIfSmaller = new("--even-if-smaller")
    {
        Description = "Replace the table even if the file has far fewer ZIP codes",
    };

    public static Command Create(string[] settings)
    {
        var districts = new Command("districts", "Replace the table of ZIP codes and House districts with a file.") { File, EvenIfSmaller };
        districts.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
            using var text = result.GetRequiredValue(File).OpenText();
            var line = await services.Get<ImportDistricts>().ExecuteAsync(new(text, result.GetValue(EvenIfSmaller)), CommandServices.Actor, cancellation) switch
            {
                ImportDistricts.Imported done => string.Create(
                    CultureInfo.InvariantCulture,
                    $"Imported {done.Zips} ZIP codes in {done.Took.TotalSeconds:0.0} s. {done.SplitZips} of them are in more than one district.{(done.Zips < WholeCountry ? " The whole country has more than 33,000." : "")}"),
                ImportDistricts.Smaller smaller => throw new CommandFailure(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file has {smaller.Zips:N0} ZIP codes, and the table has {smaller.Before:N0}, so nothing was changed. "
                        + $"If the file is right, run the command again with {EvenIfSmaller.Name}.")),
                ImportDistricts.Refused refused => throw new CommandFailure(refused.Why.ToString()),
                var other => throw new InvalidOperationException(other.ToString()),
            };
            await result.InvocationConfiguration.Output.WriteLineAsync(line);
            return 0;
        });
        return new Command("import", "Import public data.") { districts, Directory(settings) };
    }

    private static Command Directory(string[] settings)
    {
        var files = new Argument<FileInfo[]>("files")
        {
            Description = "The JSON files of USA.gov agencies and states, as GSA-TTS/10x-usagov-wrangler stores them",
            Arity = ArgumentArity.OneOrMore,
        };
        var directory = new Command("directory", "Replace the public contact data of agencies and states with files.") { files };
        directory.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
            var streams = result.GetRequiredValue(files).Select(f => f.OpenRead()).ToList();
            try
            {
                var line = await services.Get<ImportDirectory>().ExecuteAsync([.. streams], CommandServices.Actor, cancellation) switch
                {
                    ImportDirectory.Imported done => string.Create(CultureInfo.InvariantCulture, $"Imported {done.Agencies} agencies and {done.States} states."),
                    Outcome.Refused refused => throw new CommandFailure(refused.Reason),
                    var other => throw new InvalidOperationException(other.ToString()),
                };
                await result.InvocationConfiguration.Output.WriteLineAsync(line);
                return 0;
            }
            finally
            {
                streams.ForEach(s => s.Dispose());
            }
        });
        return directory;
    }
}

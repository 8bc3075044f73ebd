using System.CommandLine;
using System.Globalization;
using Portal.Domain.Districts;

namespace Portal.Web.Commands;

/// <summary>Imports public data.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("file")
    {
        Description = "A CSV file with the columns state_fips, state_abbr, zcta, and cd, or the Census Bureau's relationship file of ZCTAs and congressional districts",
    };

    public static Command Create(string[] settings)
    {
        var districts = new Command("districts", "Replace the table of ZIP codes and House districts with a file.") { File };
        districts.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
            using var text = result.GetRequiredValue(File).OpenText();
            var line = await services.Get<ImportDistricts>().ExecuteAsync(text, CommandServices.Actor, cancellation) switch
            {
                ImportDistricts.Imported done => string.Create(
                    CultureInfo.InvariantCulture,
                    $"Imported {done.Zips} ZIP codes in {done.Took.TotalSeconds:0.0} s. {done.SplitZips} of them are in more than one district."),
                ImportDistricts.Refused refused => throw new CommandFailure(refused.Why.ToString()),
                var other => throw new InvalidOperationException(other.ToString()),
            };
            await result.InvocationConfiguration.Output.WriteLineAsync(line);
            return 0;
        });
        return new Command("import", "Import public data.") { districts };
    }
}

using System.CommandLine;
using System.Globalization;
using Portal.Domain.Demo;

namespace Portal.Web.Commands;

/// <summary>Fills a database with made-up cases, for performance measurements.</summary>
internal static class SeedCommand
{
    private const int Step = 10_000;

    private static readonly Option<int> Cases = new("--cases") { Description = "How many", Required = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same cases", DefaultValueFactory = _ => 1 };

    public static Command Create(string[] settings)
    {
        Cases.Validators.Add(result =>
        {
            // The parser itself reports values that aren't numbers.
            if (result.Tokens is [{ Value: var typed }] && int.TryParse(typed, CultureInfo.InvariantCulture, out var cases) && cases is < 1 or > 5_000_000)
                result.AddError("Enter a number of cases from 1 to 5,000,000.");
        });
        var command = new Command(
            "seed", "Add many made-up cases, to measure performance. Never on a real office's data. Stop the site first.")
        {
            Cases, Seed,
        };
        command.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
            var output = result.InvocationConfiguration.Output;
            var (wanted, start) = (result.GetRequiredValue(Cases), TimeProvider.System.GetTimestamp());
            void Tell(int done)
            {
                if (done % Step == 0 && done < wanted)
                    output.WriteLine($"{done} cases");
            }

            await services.Get<SeedCases>().RunAsync(new(wanted, result.GetValue(Seed), Tell), cancellation);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture, $"Added {wanted} cases in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:0.0} s."));
            return 0;
        });
        return command;
    }
}

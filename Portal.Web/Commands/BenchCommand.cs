using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Demo;
using Portal.Domain.Paper.Sealing;

namespace Portal.Web.Commands;

/// <summary>What docs/benchmarks/run.sh needs from inside, and what sealing costs; not for anybody else, so not in the help.</summary>
internal static class BenchCommand
{
    private static readonly Argument<int> Count = new("count");

    public static Command Create(string[] settings)
    {
        var drafts = new Command("drafts", "Make drafts that wait to be sent; writes the token of each.") { Count };
        drafts.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            await foreach (var token in services.Get<BenchDrafts>().MakeAsync(result.GetRequiredValue(Count), cancellation))
                await result.InvocationConfiguration.Output.WriteLineAsync(token);
            return 0;
        });
        var inserts = new Command("inserts", "Insert the rows of so many requests directly; writes requests per second.") { Count };
        inserts.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var count = result.GetRequiredValue(Count);
            var took = await services.Get<BenchInserts>().RunAsync(count, cancellation);
            await result.InvocationConfiguration.Output.WriteLineAsync((count / took.TotalSeconds).ToString("0", CultureInfo.InvariantCulture));
            return 0;
        });
        var submitted = new Command("submitted", "How many of the drafts were sent.");
        submitted.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var sent = await services.Get<PortalDb>().Set<Case>().CountAsync(c => EF.Functions.Like(c.ContactEmail!, "bench.person%"), cancellation);
            await result.InvocationConfiguration.Output.WriteLineAsync(sent.ToString(CultureInfo.InvariantCulture));
            return 0;
        });
        var readiness = new Command("readiness", "Say of so many open cases what is missing before their agency may be asked.") { Count };
        readiness.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.ReadyAsync(settings, cancellation);
            var measured = await services.Get<BenchReadiness>().RunAsync(result.GetRequiredValue(Count), cancellation);
            await result.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"readiness: median {measured.Milliseconds:0} ms, {measured.Cases} cases, {measured.Ready} of them ready"));
            return 0;
        });
        return new Command("bench", "Measuring.")
        {
            Hidden = true,
            Subcommands =
            {
                drafts, inserts, submitted, readiness,
                Timed(settings, "seal", "Seal a two-page release so many times, one after the other.", (bench, runs, cancellation) => bench.SealAsync(runs, cancellation)),
                Timed(settings, "verify", "Verify a sealed PDF of 1 MB so many times, one after the other.", (bench, runs, cancellation) => bench.VerifyAsync(runs, cancellation)),
            },
        };
    }

    private static Command Timed(string[] settings, string name, string description, Func<BenchSeal, int, CancellationToken, Task<BenchSeal.Result>> measure)
    {
        var runs = new Argument<int>("runs") { DefaultValueFactory = _ => 100 };
        runs.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var typed }] && int.TryParse(typed, CultureInfo.InvariantCulture, out var wanted) && wanted < 50)
                result.AddError("Fewer than 50 runs say too little.");
        });
        var command = new Command(name, description) { runs };
        command.SetAction(async (result, cancellation) =>
        {
            await using var services = CommandServices.Open(settings);
            var bench = new BenchSeal(services.Get<PdfSeal>(), services.Get<SigningCertificate>());
            var measured = await measure(bench, result.GetValue(runs), cancellation);
            await result.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{name}: median {measured.Median:0.0} ms, p95 {measured.P95:0.0} ms, {measured.Milliseconds.Count} runs, {measured.Bytes} bytes"));
            return 0;
        });
        return command;
    }
}

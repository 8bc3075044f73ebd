using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Intake;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Web.Commands;

namespace Portal.Tests.Load;

/// <summary>
/// The parts of docs/benchmarks/run.sh that run inside the site, on the data directory named by the environment. Run only
/// when requested by name. PORTAL_BENCH_COUNT sets the count; results go to the file PORTAL_BENCH_OUT, one per line.
/// </summary>
public sealed class Benchmarks
{
    private const int WarmUp = 15, ReadinessRuns = 5;

    private static int Count => int.Parse(Environment.GetEnvironmentVariable("PORTAL_BENCH_COUNT") ?? "100", CultureInfo.InvariantCulture);

    /// <summary>
    /// Prints the token of each draft. Uses one scope per draft: a context that tracks thousands of rows checks all of them at
    /// every save.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Drafts_that_wait_to_be_sent()
    {
        await using var services = await CommandServices.ReadyAsync([], default);
        var tokens = new List<string>();
        for (var number = 0; number < Count; number++)
        {
            await using var scope = services.Get<IServiceScopeFactory>().CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<SaveDraft>()
                .ExecuteAsync(new(null, "en", _ => SentRequests.Of($"{number}")), Actor.Anonymous, default);
            tokens.Add(((SaveDraft.Saved)outcome).Token);
        }

        Report(tokens);
    }

    /// <summary>How many of those drafts have been sent.</summary>
    [Fact(Explicit = true)]
    public async Task Drafts_that_were_sent()
    {
        await using var services = await CommandServices.ReadyAsync([], default);
        Report($"{await services.Get<PortalDb>().Set<Case>().CountAsync(c => EF.Functions.Like(c.ContactEmail!, "bench.person%"))}");
    }

    /// <summary>
    /// The upper bound for sending requests, in requests per second: the same rows by prepared inserts, with one writer and
    /// one durable transaction per request.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task Rows_of_requests_by_prepared_inserts()
    {
        var requests = await SentRequests.RowsAsync(Count);
        await using var services = await CommandServices.ReadyAsync([], default);
        var db = services.Get<PortalDb>();
        await using var bulk = await BulkInsert.BeginAsync(db, default);
        // The same small cache that the site uses.
        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-4000");
        var started = Stopwatch.GetTimestamp();
        foreach (var rows in requests)
        {
            foreach (var row in rows)
                await bulk.AddAsync(row, default);
            await bulk.CommitAsync(default);
        }

        Report($"{requests.Count / Stopwatch.GetElapsedTime(started).TotalSeconds:0}");
    }

    /// <summary>What's missing before agencies may be contacted about this many open cases, including reading the database.</summary>
    [Fact(Explicit = true)]
    public async Task Readiness_of_open_cases()
    {
        await using var services = await CommandServices.ReadyAsync([], default);
        var cases = await services.Get<PortalDb>().Set<Case>().Where(c => c.ClosedAt == null).OrderBy(c => c.Id).Take(Count)
            .Select(c => new { c.Id, c.TopicCode, c.AgencyCode }).ToListAsync();
        var asked = cases.ConvertAll(c => (c.Id, c.TopicCode, c.AgencyCode));
        var ready = 0;
        var timing = await Timing.OfAsync(ReadinessRuns, 1, async _ =>
            ready = (await services.Get<ReadinessCheck>().ReadAsync(asked, default)).Count(facts => Readiness.Evaluate(facts) is Readiness.Ready));
        Report($"readiness: median {timing.Median:0} ms, {cases.Count} cases, {ready} of them ready");
    }

    [Fact(Explicit = true)]
    public async Task Sealing_two_pages()
    {
        await using var services = CommandServices.Open([]);
        var bytes = 0;
        var timing = await Timing.OfAsync(Count, WarmUp, async run =>
            bytes = (await services.Get<PdfSeal>().SealAsync(BenchPapers.Release(run), "Privacy release", "NY", default)).Length);
        Report(timing, "seal", bytes);
    }

    [Fact(Explicit = true)]
    public async Task Verifying_a_megabyte()
    {
        await using var services = CommandServices.Open([]);
        var file = await services.Get<PdfSeal>().SealAsync(BenchPapers.Large(), "Bench", "NY", default);
        var trusted = services.Get<SigningCertificate>().Trusted;
        var timing = await Timing.OfAsync(Count, WarmUp, run =>
        {
            Assert.IsType<SealVerdict.Sealed>(PdfVerification.Verify(file, trusted));
            return Task.CompletedTask;
        });
        Report(timing, "verify", file.Length);
    }

    private static void Report(Timing timing, string what, int bytes) =>
        Report($"{what}: median {timing.Median:0.0} ms, p95 {timing.P95:0.0} ms, {Count} runs, {bytes} bytes");

    private static void Report(FormattableString line) => Report([line.ToString(CultureInfo.InvariantCulture)]);

    private static void Report(IReadOnlyCollection<string> lines)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_BENCH_OUT") is { Length: > 0 } file)
            File.WriteAllLines(file, lines);
        else
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines));
    }
}

using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Simulation;

/// <summary>No open case stays silent beyond its promise, whatever staff do or don't do, and whatever breaks.</summary>
public sealed class SilentCasesTests
{
    private const int Seed = 20261201;

    // 18 months, or 6 weeks on every commit.
    private static readonly int Days = Rounds.Of(549, 42);

    [Theory, OnBoth]
    public async Task No_case_is_silent_beyond_its_promise(DatabaseProvider on)
    {
        await using var world = await SimulatedOffice.StartAsync(on, Seed, Days);
        await world.RunAsync(Days);
        var result = world.Ledger.Result;
        TestContext.Current.SendDiagnosticMessage(
            $"{on}: {Days} days, {world}; {result.Cases.Count} cases, {result.CaseDays} case-days; by email: {result.OnTime} on time, {result.LateAfterOutage} after an outage "
            + $"({result.InOutage} case-days in outages); by hand: {result.ByHandOnTime} on time, {result.ByHandLateKept} late ({result.ByHandLate} case-days, {result.NobodyThere} more "
            + $"while nobody worked); {result.Mails} emails, {result.SentTwice} sent twice; silent: {world.Ledger.Silent.Count}");
        Assert.True(world.Ledger.Silent.Count == 0, string.Join('\n', world.Ledger.Silent.Take(20)));
        Assert.True(world.Kills > Days / 6, $"Only {world.Kills} processes were killed.");
        Assert.True(result.OnTime > Days && result.InOutage > 0, "Nothing was promised, or nothing broke.");
        var chain = await world.Office.WithAsync<VerifyActivity, ChainReport>(v => v.RunAsync(default));
        Assert.Null(chain.Problem);
    }
}

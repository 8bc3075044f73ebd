using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Bots;
using Portal.Domain.Platform.Database;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Platform.Bots;

public sealed class QuietBotCheckTests : IAsyncLifetime
{
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly BotSeal seal = Sealed();
    private SqlitePortalDb db = null!;

    private ProofOfWork Work => new(seal, clock);

    private QuietBotCheck Check => new(new FormClock(seal, clock), Work, new SpentChallenges(db));

    public async ValueTask InitializeAsync()
    {
        await connection.OpenAsync();
        db = NewDb();
        await db.Database.EnsureCreatedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await connection.DisposeAsync();
    }

    [Fact]
    public async Task A_person_passes() => Assert.IsType<BotVerdict.Passed>(await Send(Patient() with { Altcha = Puzzle.Solve(Work.Issue()) }));

    [Fact]
    public async Task Without_JavaScript_it_goes_to_review() => await IsForReview(Patient());

    [Fact]
    public async Task A_filled_honeypot_goes_to_review() => await IsForReview(Patient() with { Honeypot = "x", Altcha = Puzzle.Solve(Work.Issue()) });

    [Fact]
    public async Task A_form_sent_too_fast_goes_to_review() =>
        await IsForReview(new("form", null, new FormClock(seal, clock).Start(), Puzzle.Solve(Work.Issue()), null));

    [Fact]
    public async Task A_forged_start_time_goes_to_review() => await IsForReview(Patient() with { Started = "start:0", Altcha = Puzzle.Solve(Work.Issue()) });

    [Fact]
    public async Task An_unsolved_puzzle_goes_to_review() => await IsForReview(Patient() with { Altcha = Puzzle.Unsolved(Work.Issue()) });

    [Fact]
    public async Task An_easier_puzzle_goes_to_review()
    {
        var issued = Work.Issue();
        var cheap = issued with { Parameters = issued.Parameters with { KeyPrefix = "", Cost = 1 } };
        await IsForReview(Patient() with { Altcha = Puzzle.Solve(cheap) });
    }

    [Fact]
    public async Task An_expired_puzzle_goes_to_review()
    {
        var solved = Puzzle.Solve(Work.Issue());
        clock.Now += TimeSpan.FromMinutes(61);
        await IsForReview(Patient() with { Altcha = solved });
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("bnVsbA==")] // null
    [InlineData("e30=")] // {}
    [InlineData("eyJjaGFsbGVuZ2UiOnsicGFyYW1ldGVycyI6e319LCJzb2x1dGlvbiI6e319")] // empty objects
    public async Task GarbageIsForReview(string altcha) => await IsForReview(Patient() with { Altcha = altcha });

    [Fact]
    public async Task A_solution_counts_once_and_expired_ones_are_deleted()
    {
        var answer = Patient() with { Altcha = Puzzle.Solve(Work.Issue()) };
        Assert.IsType<BotVerdict.Passed>(await Send(answer));
        await IsForReview(answer);

        Assert.Equal(0, await new SpentChallengesExpiredJob(db, clock).RunAsync(default));
        clock.Now += TimeSpan.FromHours(2);
        Assert.Equal(1, await new SpentChallengesExpiredJob(db, clock).RunAsync(default));
    }

    [Theory, OnBoth]
    public async Task All_but_one_of_concurrent_uses_of_a_solution_go_to_review(DatabaseProvider on)
    {
        var puzzle = Work.Issue().Parameters;
        await using var database = await TestDatabase.CreateAsync(on);
        var spent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var own = database.Open();
            var won = await new SpentChallenges(own).SpendAsync(puzzle, default);
            Assert.False(own.ChangeTracker.HasChanges());
            return won;
        })));
        Assert.Single(spent, won => won);
    }

    private SqlitePortalDb NewDb() => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(connection).Options);

    private BotAnswer Patient()
    {
        var started = new FormClock(seal, clock).Start();
        clock.Now += TimeSpan.FromSeconds(10);
        return new("form", "", started, null, null);
    }

    private Task<BotVerdict> Send(BotAnswer answer) => Check.CheckAsync(answer, default);

    private async Task IsForReview(BotAnswer answer) => Assert.IsType<BotVerdict.ForReview>(await Send(answer));

    private static BotSeal Sealed()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        string Mark(string value) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)));
        return new(value => Mark(value) + "|" + value, value => value.Split('|', 2) is [var mark, var text] && mark == Mark(text) ? text : null);
    }
}

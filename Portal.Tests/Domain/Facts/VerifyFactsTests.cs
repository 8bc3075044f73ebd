using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Facts;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;
using Portal.Domain.Topics;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Facts;

/// <summary>Facts are compared with their sources by people, many at a time; a changed fact has to be compared again.</summary>
public class VerifyFactsTests
{
    [Theory, OnBoth]
    public async Task No_shipped_fact_counts_as_verified(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var facts = await FactsOf(office);
        Assert.All(facts, f => Assert.Null(f.VerifiedOn));
        Assert.Equal(Enum.GetValues<FactKind>(), facts.Select(f => f.Kind).Distinct().Order());
        Assert.Equal(165, facts.Count(f => f.Kind == FactKind.AppealPeriod));
        Assert.Equal(46, facts.Count(f => f.Kind == FactKind.Channel));
        Assert.Equal(facts.Count, facts.Select(f => f.Key).Distinct().Count());
    }

    [Theory, OnBoth]
    public async Task Many_facts_of_every_kind_are_verified_at_once(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.CaseworkManager);
        var chosen = (await FactsOf(office)).GroupBy(f => f.Kind).Select(g => g.First()).ToList();
        var trial = await office.TryAsync<VerifyFacts>(o => o.ExecuteAsync(new([.. chosen.Select(f => f.Key)]), lead, default));
        trial.Did(nameof(FactsVerified));
        var after = (await FactsOf(office)).Where(f => f.VerifiedOn == office.Clock.Today).ToList();
        Assert.Equal(chosen.Select(f => f.Code).Order(), after.Select(f => f.Code).Order());
    }

    [Theory, OnBoth]
    public async Task A_fact_that_changed_since_the_page_was_opened_isnt_verified(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.CaseworkManager);
        var shown = (await FactsOf(office)).Where(f => f.Kind == FactKind.AppealPeriod).Take(2).ToList();
        await ChangeAsync(office, shown[0].Code);
        var outcome = await office.DoAsync<VerifyFacts>(o => o.ExecuteAsync(new([.. shown.Select(f => f.Key)]), lead, default));
        Assert.Equal(new VerifyFacts.Verified(1, 1), outcome);
        Assert.Null((await FactsOf(office)).Single(f => f.Code == shown[0].Code).VerifiedOn);
    }

    [Theory, OnBoth]
    public async Task A_verified_fact_that_changes_has_to_be_verified_again(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.CaseworkManager);
        var one = (await FactsOf(office)).First(f => f.Kind == FactKind.AppealPeriod);
        await office.DoAsync<VerifyFacts>(o => o.ExecuteAsync(new([one.Key]), lead, default));
        await ChangeAsync(office, one.Code);
        Assert.Null((await FactsOf(office)).Single(f => f.Code == one.Code).VerifiedOn);
    }

    [Theory, OnBoth]
    public async Task Verifying_twice_on_a_day_records_nothing_more(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.CaseworkManager);
        var one = (await FactsOf(office)).First(f => f.Kind == FactKind.Topic);
        await office.DoAsync<VerifyFacts>(o => o.ExecuteAsync(new([one.Key]), lead, default));
        (await office.TryAsync<VerifyFacts>(o => o.ExecuteAsync(new([one.Key]), lead, default))).ChangedNothing();
    }

    [Theory, OnBoth]
    public async Task Nothing_chosen_is_refused(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.CaseworkManager);
        (await office.TryAsync<VerifyFacts>(o => o.ExecuteAsync(new([]), lead, default))).Refused("Choose at least one fact.");
    }

    [Theory]
    [InlineData("ssa-disability-review", "10 days", "10 días")]
    [InlineData("va-debt", "1 year", "1 año")]
    [InlineData("fema-appeal", "60 days", "60 días")]
    [InlineData("irs-levy", "30 days", "30 días")]
    [InlineData("opm-retirement", "30", "30")]
    [InlineData("cms-medicare-plan", "65 days", "65 días")]
    public async Task A_topic_names_its_deadline_with_its_source(string topic, string english, string spanish)
    {
        await using var office = await DomainHost.StartAsync(DatabaseProvider.Sqlite);
        var card = await office.WithAsync<TopicCatalog, TopicCard?>(t => t.FindAsync(topic, default));
        var deadlines = await office.WithAsync<FactList, IReadOnlyList<Deadline>>(f => f.DeadlinesAsync(card, default));
        Assert.Contains(deadlines, d => d.Period.Period.En.Contains(english, StringComparison.Ordinal) && d.Period.Period.Es.Contains(spanish, StringComparison.Ordinal));
        Assert.All(deadlines, d => Assert.NotEmpty(d.Period.Citation));
        Assert.All(deadlines, d => Assert.Null(d.VerifiedOn));
    }

    [Fact]
    public void Every_deadline_a_topic_names_exists_and_none_has_an_unknown_agency()
    {
        var periods = SeedFile.Read<AppealPeriodCard[]>("appeal-periods.json");
        var codes = periods.Select(p => p.Code).ToHashSet();
        Assert.Equal(periods.Length, codes.Count);
        Assert.All(SeedFile.Read<TopicCard[]>("topics.json"), t => Assert.All(t.Deadlines, d => Assert.Contains(d, codes)));
        var agencies = AgencySeed.Read().Select(a => a.Code).ToHashSet();
        Assert.All(periods, p => Assert.Contains(p.Agency, agencies));
        Assert.All(SeedFile.Read<AgencyChannelCard[]>("agency-channels.json"), c => Assert.Contains(c.Agency, agencies));
    }

    [Theory]
    [InlineData("https://www.govregs.com/x", false)]
    [InlineData("https://secure.ssa.gov/x", true)]
    [InlineData("https://ssa.gov.example.com/x", false)]
    [InlineData("https://www.dfas.mil/x", true)]
    [InlineData("not an address", false)]
    [InlineData(null, false)]
    public void People_are_sent_only_to_the_governments_own_pages(string? url, bool official) =>
        Assert.Equal(official ? url : null, (SeedFile.Read<AppealPeriodCard[]>("appeal-periods.json")[0] with { SourceUrl = url }).OfficialUrl);

    private static Task<IReadOnlyList<Fact>> FactsOf(DomainHost office) => office.WithAsync<FactList, IReadOnlyList<Fact>>(f => f.ReadAsync(default));

    private static Task ChangeAsync(DomainHost office, string code) => office.ReadAsync(async db =>
    {
        var row = await db.Set<AppealPeriod>().SingleAsync(p => p.Code == code);
        row.Card = row.Card.Replace("\"what\":{\"en\":\"", "\"what\":{\"en\":\"Now: ", StringComparison.Ordinal);
        await db.SaveChangesAsync();
        return 0;
    });
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Facts;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>A manager compares facts with their sources and verifies many at a time; the public then sees it.</summary>
public sealed class FactPagesTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Many_facts_are_verified_at_once_and_the_public_sees_it()
    {
        using var visitor = site.Browser();
        var page = await (await visitor.GetAsync("/request/topic?agency=SSA")).Form().Fill("Code", "ssa-disability-review").SendAsync();
        Assert.Contains("10 days", page.Is("/request/questions").Text, StringComparison.Ordinal);
        Assert.Contains("Our office hasn't verified this yet.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Our office verified this on", page.Text, StringComparison.Ordinal);

        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Vera");
        var facts = await browser.GetAsync("/office/facts?agency=SSA");
        var keys = facts.Document.QuerySelectorAll("input[name=Chosen]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.True(keys.Count > 40, $"{keys.Count} facts");
        var deadlines = keys.Where(k => k.StartsWith("AppealPeriod:", StringComparison.Ordinal)).ToArray();
        facts = await facts.Form("I compared these with their sources").Fill("Chosen", deadlines).SendAsync();
        Assert.Contains("Verified: ", facts.Text, StringComparison.Ordinal);
        Assert.NotEmpty(await site.ReadAsync(db => db.Set<FactCheck>().ToListAsync()));
        page = await visitor.GetAsync("/request/questions");
        Assert.Contains("Our office verified this on", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_is_said()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Vito");
        var page = await (await browser.GetAsync("/office/facts?agency=VA")).PressAsync("I compared these with their sources");
        Assert.Equal("Choose at least one fact.", Assert.Single(page.Errors).Sentence);
    }

    [Theory]
    [InlineData("/office/facts")]
    [InlineData("/office/facts?agency=other")]
    [InlineData("/office/facts?agency=nonsense")]
    [InlineData("/office/facts?agency=EOIR")]
    public async Task Every_agency_has_its_list(string path)
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Ada" + path.Length);
        Assert.Contains("verif", (await browser.GetAsync(path)).Text, StringComparison.OrdinalIgnoreCase);
    }
}

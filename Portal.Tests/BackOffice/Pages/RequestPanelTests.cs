using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>The constituent's answers stay readable, whatever staff change about the case.</summary>
public sealed class RequestPanelTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Changing_the_topic_hides_no_answer_and_no_number()
    {
        using var person = site.Browser();
        var questions = new Dictionary<string, string> { ["ssn"] = "219-09-9999", ["since"] = "Oct 1 2026" };
        var reference = (await person.AskForHelpAsync(new() { Questions = questions, Email = "topic@example.org" })).Reference();
        var (browser, actor) = await site.StaffAsync(StaffRole.Caseworker);
        var id = await site.ReadAsync(db => db.Set<Case>().Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        Assert.True((await site.WithAsync<ChangeTopic, Outcome>(o => o.ExecuteAsync(new(id, null, "irs-refund", null), actor, default))).Succeeded);

        var page = await browser.GetAsync("/office/cases/" + reference);
        var request = page.Document.QuerySelector("#request")!;
        Assert.Contains("My payment didn't come", request.TextContent, StringComparison.Ordinal);
        Assert.Contains("When did this problem start?", request.TextContent, StringComparison.Ordinal);
        Assert.Contains("Oct 1 2026", request.TextContent, StringComparison.Ordinal);
        Assert.Contains("Social Security number", request.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("219-09-9999", page.Html, StringComparison.Ordinal);
        Assert.Contains("219-09-9999", (await page.PressAsync("Reveal")).Document.QuerySelector("#request")!.TextContent, StringComparison.Ordinal);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>Reviewing a paper release while more pages arrive.</summary>
public sealed class CheckPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    private const string Meanwhile = "Not saved. Someone changed this case while you were working.";

    [Theory]
    [InlineData("Accept the release")]
    [InlineData("Reject the release")]
    public async Task Reviewing_a_paper_release_reports_a_page_that_arrived_meanwhile(string button)
    {
        using var person = site.Browser();
        var reference = (await person.AskForHelpAsync(new() { Email = $"{Guid.CreateVersion7():N}@example.org" })).Reference();
        var release = await site.ReadAsync(db => db.Set<PrivacyRelease>()
            .SingleAsync(r => db.Set<Portal.Domain.Cases.Case>().Any(c => c.Id == r.CaseId && c.Reference == reference)));
        await SendPageAsync(release, 1);
        var (browser, _) = await site.StaffAsync(StaffRole.Caseworker, button.Split(' ')[0]);
        var page = await browser.GetAsync($"/office/cases/{reference}/releases/{release.Id}");

        var incomplete = await page.PressAsync(button);
        Assert.DoesNotContain(Meanwhile, incomplete.Html, StringComparison.Ordinal);
        Assert.NotEmpty(incomplete.Errors);

        await SendPageAsync(release, 2);
        var late = await page.PressAsync(button);
        Assert.Contains(Meanwhile, late.Html, StringComparison.Ordinal);
        Assert.NotEmpty(late.Errors);
    }

    private async Task SendPageAsync(PrivacyRelease release, int side) =>
        Assert.IsNotType<Outcome.Refused>(await site.WithAsync<ReceivePaper, Outcome>(o => o.ExecuteAsync(
            new(release.Id, "page.png", new MemoryStream(Sample.Png(side, side))), Actor.Constituent(release.CaseId), default)));
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Public;

/// <summary>Whom the office may help: people of its own district, and nobody is turned away by a machine.</summary>
public sealed class ResidencyTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("CA", SiteHost.ZipElsewhere, "Another office represents you", nameof(ResidencyFinding.OutOfDistrict))]
    [InlineData("NY", SiteHost.SharedZip, "We could not be sure about your address", nameof(ResidencyFinding.Ambiguous))]
    [InlineData("NY", "99999", "We could not be sure about your address", null)]
    [InlineData("CA", SiteHost.Zip, "We could not be sure about your address", null)]
    public async Task StaffLookWhenThePersonInsists(string state, string zip, string heading, string? finding)
    {
        using var browser = site.Browser();
        await browser.GetAsync("/request");
        var page = await SiteJourney.Address(await browser.GetAsync("/request/address"), new() { State = state, Zip = zip }).SendAsync();
        Assert.Equal(heading, page.Is("/request/residency").Heading);

        var answers = new SiteAnswers { State = state, Zip = zip, Topic = null, Email = $"{state}{zip}@example.org" };
        using var again = site.Browser();
        var check = await again.ToCheckAsync(answers);
        Assert.Contains("Staff please check", check.Text, StringComparison.Ordinal);
        var reference = (await check.Form().SendAsync()).Reference();
        var file = await site.ReadAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Reference == reference));
        Assert.NotEqual(ResidencyFinding.InDistrict, file.Residency);
        if (finding is not null)
            Assert.Equal(finding, file.Residency.ToString());
    }

    [Fact]
    public async Task PeopleElsewhereAreToldWhoRepresentsThem()
    {
        using var browser = site.Browser();
        var page = await SiteJourney.Address(await browser.GetAsync("/request/address"), new() { State = "CA", Zip = SiteHost.ZipElsewhere }).SendAsync();
        Assert.Contains("by the rules of the house", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("500 Broadway", page.Text, StringComparison.Ordinal);
        Assert.Contains("500 Broadway", (await browser.GetAsync("/request/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotSureOfTheTopicIsAnAnswer()
    {
        using var browser = site.Browser();
        var done = await browser.AskForHelpAsync(new() { Topic = null, Email = "unsure@example.org" });
        Assert.Contains("Nothing right now", done.Text, StringComparison.Ordinal);
        var reference = done.Reference();
        Assert.Null((await site.ReadAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Reference == reference))).AgencyCode);
    }

    [Fact]
    public async Task OtherTopicsSayWhoHelps()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic?agency=NONE")).Form().Fill("Code", "none-snap").SendAsync();
        Assert.Contains("Who can help", page.Is("/request/other").Text, StringComparison.Ordinal);
        (await page.Form().SendAsync()).Is("/request/questions");
    }
}

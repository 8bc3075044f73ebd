using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>The office may help people of its own district only, but no one is turned away by a machine.</summary>
public sealed class ResidencyTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("CA", SiteHost.ZipElsewhere, "Another office represents you", nameof(ResidencyFinding.OutOfDistrict))]
    [InlineData("NY", SiteHost.SharedZip, "We couldn't confirm your address", nameof(ResidencyFinding.Ambiguous))]
    [InlineData("NY", "99999", "We couldn't confirm your address", null)]
    [InlineData("CA", SiteHost.Zip, "We couldn't confirm your address", null)]
    public async Task A_request_from_another_district_can_be_sent_for_staff_to_check(string state, string zip, string heading, string? finding)
    {
        using var browser = site.Browser();
        await browser.GetAsync("/request");
        var page = await SiteJourney.Address(await browser.GetAsync("/request/address"), new() { State = state, Zip = zip }).SendAsync();
        Assert.Equal(heading, page.Is("/request/residency").Heading);

        var answers = new SiteAnswers { State = state, Zip = zip, Topic = null, Email = $"{state}{zip}@example.org" };
        using var again = site.Browser();
        var check = await again.ToCheckAsync(answers);
        Assert.Contains("Our staff will check the address", check.Text, StringComparison.Ordinal);
        var reference = (await check.Form().SendAsync()).Reference();
        var @case = await site.ReadAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Reference == reference));
        Assert.NotEqual(ResidencyFinding.InDistrict, @case.Residency);
        if (finding is not null)
            Assert.Equal(finding, @case.Residency.ToString());
    }

    [Fact]
    public async Task People_of_other_districts_are_told_who_represents_them()
    {
        using var browser = site.Browser();
        var page = await SiteJourney.Address(await browser.GetAsync("/request/address"), new() { State = "CA", Zip = SiteHost.ZipElsewhere }).SendAsync();
        Assert.Contains("House rules let us help only people who live in our district", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("500 Broadway", page.Text, StringComparison.Ordinal);
        Assert.Contains("500 Broadway", (await browser.GetAsync("/request/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ZIP_code_in_several_other_districts_lists_every_possible_member()
    {
        Legislator Member(int district) =>
            new()
            {
                Bioguide = $"X00000{district}",
                FullName = $"Rep. of {district}",
                Chamber = Chamber.House,
                State = "NJ",
                District = district,
                Phone = $"202-555-020{district}",
                TermEndsOn = new DateOnly(2099, 1, 3)
            };
        await site.ReadAsync(db =>
        {
            db.AddRange(
                Member(1),
                Member(2),
                new ZipDistrict { Zip = "08001", State = "NJ", District = 1 },
                new ZipDistrict { Zip = "08001", State = "NJ", District = 2 },
                new ZipDistrict { Zip = "08001", State = "NJ", District = 3 });
            return db.SaveChangesAsync();
        });
        using var browser = site.Browser();
        var page = await SiteJourney.Address(await browser.GetAsync("/request/address"), new() { State = "NJ", Zip = "08001" }).SendAsync();
        Assert.Contains("is in these congressional districts in New Jersey: 1, 2, 3.", page.Is("/request/residency").Text, StringComparison.Ordinal);
        foreach (var district in (int[])[1, 2])
        {
            Assert.Contains($"Representative Rep. of {district}", page.Text, StringComparison.Ordinal);
            Assert.NotEmpty(page.Document.QuerySelectorAll($"a[href='tel:+1202555020{district}']"));
        }

        // The third seat is vacant or not in our list.
        Assert.Contains("www.house.gov", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("a[href='/request/mine']"));
    }

    [Theory]
    [InlineData("CA", SiteHost.ZipElsewhere)]
    [InlineData("NY", SiteHost.SharedZip)]
    [InlineData("NY", "99999")]
    public async Task Nothing_typed_is_lost_whatever_the_address(string state, string zip)
    {
        // No member from California and no other member from New York was imported.
        using var browser = site.Browser();
        var page = await SiteJourney.Address(await browser.GetAsync("/request/address"), new() { State = state, Zip = zip }).SendAsync();
        Assert.Contains(
            "500 Broadway",
            (await browser.GetAsync(page.Is("/request/residency").Document.QuerySelector("a[href='/request/mine']")!.GetAttribute("href")!)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_sure_is_a_valid_topic()
    {
        using var browser = site.Browser();
        var done = await browser.AskForHelpAsync(new() { Topic = null, Email = "unsure@example.org" });
        Assert.Contains("Nothing right now", done.Text, StringComparison.Ordinal);
        var reference = done.Reference();
        Assert.Null((await site.ReadAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Reference == reference))).AgencyCode);
    }

    [Fact]
    public async Task Topics_of_other_authorities_say_who_can_help()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic?agency=NONE")).Form().Fill("Code", "none-snap").SendAsync();
        Assert.Contains("Who can help", page.Is("/request/other").Text, StringComparison.Ordinal);
        (await page.Form().SendAsync()).Is("/request/questions");
    }
}

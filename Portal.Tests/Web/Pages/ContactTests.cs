using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Ways to reach the office: all those it entered, and no dead links.</summary>
public sealed class ContactTests(ContactTests.BareSite bare, SiteHost whole) : IClassFixture<ContactTests.BareSite>, IClassFixture<SiteHost>
{
    /// <summary>An office as "setup" creates it with the fewest values.</summary>
    public sealed class BareSite : SiteHost
    {
        public override async ValueTask InitializeAsync() => Assert.IsType<SetUpOfficeResult.Done>(await WithAsync<SetUpOffice, Outcome>(
            o => o.ExecuteAsync(
                new() { Chamber = Chamber.House, MemberFullName = "Ana M. Núñez", State = "NY", District = 12 }, Actor.System("test"), default)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/request")]
    [InlineData("/status")]
    public async Task Contact_data_the_office_has_not_entered_is_not_linked(string path)
    {
        using var browser = bare.Browser();
        var page = await browser.GetAsync(path);
        Assert.DoesNotContain(
            page.Document.QuerySelectorAll("a"),
            a => a.GetAttribute("href") is null or "" or "mailto:" or "tel:+1" || a.TextContent.Trim().Length == 0);
    }

    [Fact]
    public async Task The_home_page_lists_every_location_with_address_phone_and_hours()
    {
        using var browser = whole.Browser();
        var page = await browser.GetAsync("/");
        var places = page.Document.QuerySelectorAll(".places > li");
        Assert.Equal(["Albany", "New York"], places.Select(p => p.QuerySelector("h3")!.TextContent));
        Assert.Contains("1 Any St.", places[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("New York, NY 10001", places[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Monday 9 to 5", places[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("tel:+12125550101", places[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Empty(places[0].QuerySelectorAll("a"));
    }
}

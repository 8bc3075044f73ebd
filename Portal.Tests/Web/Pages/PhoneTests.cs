using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Phone numbers on the pages: accepted in any format, shown in one, and questioned but kept when doubtful.</summary>
public sealed class PhoneTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_phone_number_is_accepted_in_any_format_and_shown_in_one()
    {
        using var browser = site.Browser();
        var page = await CheckAsync(browser, "646–555–0142 x7");
        Assert.Contains("(646) 555-0142 ext. 7", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".usa-alert--warning"));
        Assert.Equal("(646) 555-0142 ext. 7", (await browser.GetAsync("/request/contact")).Form()["Input.Phone"]);
    }

    [Theory]
    [InlineData("en", "may not be a complete phone number", "may be incomplete")]
    [InlineData("es", "no sea un número de teléfono completo", "puede estar incompleto")]
    public async Task A_phone_number_without_an_area_code_is_questioned_and_kept(string language, string warning, string note)
    {
        using var browser = site.Browser();
        var page = await CheckAsync(browser, "555-0142", language);
        Assert.Contains(warning, page.Document.QuerySelector(".usa-alert--warning")!.TextContent, StringComparison.Ordinal);
        var reference = (await page.Form().SendAsync()).Is("/request/done").Reference();
        var (worker, _) = await site.StaffAsync(StaffRole.Caseworker, "Reader" + language);
        await worker.GetAsync("/language/" + language);
        Assert.Contains($"555-0142 ({note})", (await worker.GetAsync("/office/cases/" + reference)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_phone_number_of_the_office_can_be_called()
    {
        using var browser = site.Browser();
        var link = (await browser.GetAsync("/")).Document.QuerySelector("a[href='tel:+12125550100']");
        Assert.Equal("(212) 555-0100", link?.TextContent);
    }

    private static async Task<SitePage> CheckAsync(SiteBrowser browser, string phone, string language = "en")
    {
        var answers = new SiteAnswers { Language = language };
        var page = await SiteJourney.Contact(await browser.ToContactAsync(answers), answers).Fill("Input.Phone", phone).SendAsync();
        page = await SiteJourney.NumbersAsync(page, answers);
        return (await page.Is("/request/documents").Form().SendAsync()).Is("/request/check");
    }
}

using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>The address step for people without a street in the United States.</summary>
public sealed class HomePageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("Outside the United States?", "Input.Country", "/request/address")]
    [InlineData("No fixed address?", "Input.City", "/request/address")]
    public async Task Choosing_another_kind_of_home_keeps_what_was_typed(string button, string field, string path)
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request")).Form().SendAsync();
        var page = await (await browser.GetAsync("/request/address")).Form(button).Fill("Input.Line1", "Calle 5").Fill("Input.City", "Puebla").SendAsync();
        Assert.StartsWith(path, page.Path);
        var form = page.Form();
        Assert.True(form.Has(field));
        Assert.Equal("Calle 5", form["Input.Line1"]);
        Assert.Empty(page.Document.QuerySelectorAll(".usa-error-message"));
        var back = await page.Form("Enter an address in the United States").SendAsync();
        Assert.Equal("Calle 5", back.Form()["Input.Line1"]);
        Assert.True(back.Form().Has("Input.Line2"));
    }

    [Fact]
    public async Task A_person_abroad_finishes_the_step_with_an_address_and_a_country()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request")).Form().SendAsync();
        var page = await (await browser.GetAsync("/request/address")).Form("Outside the United States?").SendAsync();
        var refused = await page.Form().SendAsync();
        Assert.Equal(
            ["Enter the address.", "Enter the country."], refused.Document.QuerySelectorAll(".usa-error-message").Select(e => e.TextContent.Trim().Split(':')[^1].Trim()));
        (await refused.Form().Fill("Input.Line1", "Calle 5, Puebla").Fill("Input.Country", "México").SendAsync()).Is("/request/story");
        Assert.Contains("México", (await browser.GetAsync("/request/mine")).Document.Body!.TextContent, StringComparison.Ordinal);
    }
}

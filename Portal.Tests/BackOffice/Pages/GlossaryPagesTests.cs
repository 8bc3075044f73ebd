using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>The glossary on both sites, and the words explained where our texts use them.</summary>
public sealed class GlossaryPagesTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("en", "Words agencies use", "food stamps", "Supplemental Nutrition Assistance Program")]
    [InlineData("es", "Palabras que usan las agencias", "estampillas", "Programa de Asistencia Nutricional Suplementaria")]
    public async Task Anyone_finds_a_word_without_JavaScript(string language, string heading, string typed, string name)
    {
        var browser = site.Browser();
        await browser.GetAsync("/language/" + language);
        var page = await browser.GetAsync("/glossary");
        Assert.Equal(heading, page.Heading);
        Assert.Contains("AOD", page.Text, StringComparison.Ordinal);
        page = await page.Form(language == "en" ? "Search" : "Buscar").Fill("q", typed).SendAsync();
        Assert.Equal($"SNAP {name}", string.Join(' ', page.Document.QuerySelector("dl dt")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(typed, page.Document.QuerySelector("#q")!.GetAttribute("value"));
        Assert.NotEmpty((await browser.GetAsync("/glossary?letter=s")).Document.QuerySelectorAll("dl dt"));
        Assert.Empty((await browser.GetAsync("/glossary?q=zzzz")).Document.QuerySelectorAll("dl dt"));
    }

    [Fact]
    public async Task Staff_have_it_in_the_office()
    {
        var (worker, _) = await site.StaffAsync(StaffRole.ReadOnly, "Reader");
        Assert.Contains("Form 911", (await worker.GetAsync("/office/glossary?q=taxpayer+advocate")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_explains_a_word_once_by_a_button_that_needs_no_script()
    {
        var page = await site.Browser().GetAsync("/request");
        page = await page.Form().SendAsync();
        page = await page.Form("Search").Fill("q", "Medicaid").SendAsync();
        page = (await page.Form("Continue").Fill("Code", "none-medicaid").SendAsync()).Is("/request/other");
        var words = page.Document.QuerySelectorAll(".term").Select(b => b.TextContent).ToList();
        Assert.Contains("Medicaid", words);
        Assert.Equal(words.Distinct(), words);
        Assert.All(page.Document.QuerySelectorAll(".term"), button =>
        {
            Assert.Equal("button", button.GetAttribute("type"));
            Assert.NotNull(page.Document.QuerySelector($"#{button.GetAttribute("popovertarget")}[popover]"));
            Assert.Null(button.ParentElement!.Closest("a, button, label, summary, h1, h2, h3"));
        });
    }
}

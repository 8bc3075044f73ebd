using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Codes, links, papers, and the pages they lead to are in the person's language, not that of the library's browser.</summary>
public sealed class PersonsLanguageTests(SiteHost site) : IClassFixture<SiteHost>
{
    private const string Email = "rosa.language@example.org";

    [Fact]
    public async Task A_code_asked_for_on_an_English_page_is_written_in_the_language_of_the_case()
    {
        var reference = await SpanishCaseAsync();
        using var library = site.Browser();
        var page = await library.OpenStatusAsync(site, reference, Email);
        Assert.Equal("es", await LanguageOfLastAsync("AccessCodeMail"));
        Assert.Equal("es", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_choice_made_in_this_browser_comes_first()
    {
        var reference = await SpanishCaseAsync();
        using var own = site.Browser();
        await own.GetAsync("/language/en");
        var page = await own.OpenStatusAsync(site, reference, Email);
        Assert.Equal("en", await LanguageOfLastAsync("AccessCodeMail"));
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/status")]
    [InlineData("/verify")]
    [InlineData("/request/topic?agency=SSA")]
    [InlineData("/")]
    [InlineData("/help/privacy")]
    public async Task A_link_from_an_email_opens_in_its_language_and_the_next_page_too(string path)
    {
        using var library = site.Browser();
        await library.GetAsync("/language/en");
        var page = await library.GetAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=es");
        Assert.Equal("es", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("lang=", page.Path, StringComparison.Ordinal);
        Assert.Equal("es", (await library.GetAsync("/status")).Document.DocumentElement.GetAttribute("lang"));
        await library.GetAsync("/language/en");
        Assert.Equal("en", (await library.GetAsync("/status")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task An_unknown_language_in_a_link_changes_nothing()
    {
        using var browser = site.Browser();
        Assert.Equal("en", (await browser.GetAsync("/status?lang=xx")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_next_person_at_this_computer_isnt_shown_the_language_of_the_one_before()
    {
        var reference = await SpanishCaseAsync();
        using var library = site.Browser();
        var page = await library.OpenStatusAsync(site, reference, Email);
        await page.PressAsync("Salir y limpiar esta computadora");
        Assert.Equal("en", (await library.GetAsync("/")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_browser_writes_no_label_of_its_own_on_file_fields()
    {
        using var browser = site.Browser();
        await browser.GetAsync("/language/es");
        var page = await browser.GetAsync("/request/documents");
        Assert.Contains("Elegir archivos", page.Document.QuerySelector(".file-picker")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> SpanishCaseAsync()
    {
        using var home = site.Browser();
        return (await home.AskForHelpAsync(new() { Email = Email, Language = "es" })).Reference();
    }

    private Task<string> LanguageOfLastAsync(string kind) => site.ReadAsync(db =>
        db.Set<OutgoingMail>().Where(m => m.Kind == kind).OrderByDescending(m => m.Id).Select(m => m.Language).FirstAsync());
}

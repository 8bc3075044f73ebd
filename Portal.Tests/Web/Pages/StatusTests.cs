using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Opening one's own case with reference, email address and code.</summary>
public sealed partial class StatusTests(SiteHost site) : IClassFixture<SiteHost>
{
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|value=\"CfDJ8[^\"]+\"|nonce=\"[^\"]*\"")]
    private static partial Regex Unique { get; }

    [Fact]
    public async Task A_code_opens_the_case()
    {
        var reference = await NewCaseAsync("open@example.org");
        using var browser = site.Browser();
        var page = await browser.OpenStatusAsync(site, reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "open@example.org");
        Assert.Contains(reference, page.Heading, StringComparison.Ordinal);
        Assert.Contains("You'll hear from us by", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_page_does_not_reveal_which_cases_exist()
    {
        var (known, other) = (await NewCaseAsync("exists@example.org"), await NewCaseAsync("other@example.org"));
        var pages = new List<SitePage>();
        foreach (var (reference, email) in ((string, string)[])[(known, "exists@example.org"), (known, "other@example.org"), (other, "nobody@example.org")])
        {
            using var browser = site.Browser();
            var page = await (await browser.GetAsync("/status")).Form().Fill("Input.Reference", reference).Fill("Input.Email", email).SendAsync();
            pages.Add(page.Is("/status/code/"));
            pages.Add(await page.Form().Fill("Code", "000000").SendAsync());
        }

        for (var i = 2; i < pages.Count; i++)
        {
            Assert.Equal(pages[i % 2].Status, pages[i].Status);
            Assert.Equal(Unique.Replace(pages[i % 2].Html, ""), Unique.Replace(pages[i].Html, ""));
        }
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_attempt()
    {
        var page = await AskAsync("five@example.org");
        var code = await site.CodeForAsync("five@example.org");
        var wrong = code == "123456" ? "654321" : "123456";
        for (var i = 0; i < 5; i++)
            page = (await page.Form().Fill("Code", wrong).SendAsync()).Is("/status/code/");
        Assert.Contains("Request a new code", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        page = await page.Form().Fill("Code", code).SendAsync();
        Assert.Contains("no longer works", Assert.Single(page.Is("/status/code/").Errors).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_even_when_used_concurrently()
    {
        var page = await AskAsync("once@example.org");
        var code = await site.CodeForAsync("once@example.org");
        await page.Browser.GetAsync(page.Path); // an email scanner or a reload consumes nothing
        var tries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => page.Form().Fill("Code", code).SendAsync(page.Browser.Tab()))));
        Assert.Single(tries, t => t.Path == "/status/case");
        Assert.Contains("no longer works", Assert.Single((await page.Form().Fill("Code", code).SendAsync()).Errors).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_opens_only_what_it_was_issued_for()
    {
        var page = await AskAsync("purpose@example.org");
        var code = await site.CodeForAsync("purpose@example.org");
        var id = page.Path.Split('/')[^1];
        var stolen = await (await page.Browser.GetAsync("/request/return?codeId=" + id)).Form("Continue").Fill("Code", code).SendAsync();
        Assert.Contains("no longer works", Assert.Single(stolen.Errors).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_shown()
    {
        using var browser = site.Browser();
        foreach (var path in (string[])["/status/case", "/status/close", "/status/withdraw/" + Guid.CreateVersion7(), "/request/done"])
            Assert.Equal("/status", (await browser.GetAsync(path)).Path.Split('?')[0]);
    }

    private async Task<SitePage> AskAsync(string email)
    {
        var reference = await NewCaseAsync(email);
        return (await (await site.Browser().GetAsync("/status")).Form().Fill("Input.Reference", reference).Fill("Input.Email", email).SendAsync())
            .Is("/status/code/");
    }

    private async Task<string> NewCaseAsync(string email)
    {
        using var browser = site.Browser();
        return (await browser.AskForHelpAsync(new() { Email = email, Topic = null })).Reference();
    }
}

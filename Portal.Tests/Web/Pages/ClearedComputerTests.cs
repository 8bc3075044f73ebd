using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>What a request leaves in the browser after it was sent, and how to clear it.</summary>
public sealed class ClearedComputerTests(SiteHost site) : IClassFixture<SiteHost>
{
    private const string Private = "a story only for the office";

    private static readonly string[] Steps =
        ["topic", "questions", "who", "address", "residency", "story", "urgency", "contact", "documents", "check", "mine", "save", "mine?handler=Text"];

    [Fact]
    public async Task After_sending_no_page_of_the_request_shows_anything_of_it()
    {
        using var browser = site.Browser();
        await browser.ToCheckAsync(new() { Topic = null, Happened = Private, FirstName = "Zenobia" });
        using var copy = browser.Tab();
        await (await browser.GetAsync("/request/check")).Form().SendAsync();
        foreach (var visitor in (SiteBrowser[])[browser, copy])
            foreach (var step in Steps)
            {
                var page = await visitor.GetAsync("/request/" + step);
                Assert.DoesNotContain(Private, page.Html, StringComparison.Ordinal);
                Assert.True(page.Path is "/request/done" || !page.Html.Contains("Zenobia", StringComparison.Ordinal), $"{step} shows the name.");
                Assert.DoesNotContain("1957", page.Text, StringComparison.Ordinal);
            }
    }

    [Theory]
    [InlineData("/request/done")]
    [InlineData("/status/case")]
    [InlineData("/status/close")]
    [InlineData("/request/story")]
    public async Task Signing_out_clears_this_computer_and_says_so(string from)
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null, Happened = Private });
        using var copy = browser.Tab();
        var form = (await browser.GetAsync(from)).Form("Sign out and clear this computer");
        using var answer = await browser.AskAsync(HttpMethod.Post, form.Address, form.Content());
        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        var page = await browser.GetAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal("You're signed out", page.Heading);
        Assert.Contains("Nothing about your request or your case is left in this browser.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), c => !c.Expired && c.Name is "__Host-case" or "__Host-draft");
        (await browser.GetAsync("/status/case")).Is("/status?ended=true");
        (await copy.GetAsync("/status/case")).Is("/status?ended=true");
        (await browser.GetAsync("/request/check")).Is("/request");
    }

    [Fact]
    public async Task Every_page_of_a_request_offers_to_sign_out()
    {
        using var browser = site.Browser();
        await browser.ToCheckAsync(new() { Topic = null });
        foreach (var path in Steps.Where(s => !s.Contains('?', StringComparison.Ordinal)).Select(s => "/request/" + s).Append("/request"))
            Assert.Equal("/leave", (await browser.GetAsync(path)).Form("Sign out and clear this computer").Target);
        using var nobody = site.Browser();
        Assert.DoesNotContain("Sign out and clear", (await nobody.GetAsync("/request/story")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_could_not_be_opened_again_is_not_dropped_without_asking()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/story")).Form("Back").Fill("Input.WhatHappened", Private).SendAsync();
        var page = await (await browser.GetAsync("/request")).PressAsync("Sign out and clear this computer");
        Assert.Contains("You haven't sent your request yet", page.Text, StringComparison.Ordinal);
        Assert.Equal(Private, (await browser.GetAsync("/request/story")).Form()["Input.WhatHappened"]);
        using var copy = browser.Tab();
        page = await page.PressAsync("Delete my answers and clear this computer");
        Assert.Equal("You're signed out", page.Heading);
        Assert.DoesNotContain(Private, (await copy.GetAsync("/request/story")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_request_is_a_second_request()
    {
        using var browser = site.Browser();
        var first = (await browser.AskForHelpAsync(new() { Topic = null, Happened = Private })).Reference();
        var page = await browser.GetAsync("/request");
        Assert.DoesNotContain("You have a request you haven't sent", page.Text, StringComparison.Ordinal);
        Assert.Equal("", (await browser.GetAsync("/request/story")).Form()["Input.WhatHappened"]);
        var second = (await browser.AskForHelpAsync(new() { Topic = null, Happened = "another story" })).Reference();
        Assert.NotEqual(first, second);
        Assert.Contains(second, (await browser.GetAsync("/status/case")).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_kept_in_no_cache()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null });
        foreach (var path in (string[])["/request/done", "/request/story", "/status/case", "/leave", "/status/close"])
        {
            using var answer = await browser.AskAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }
}

using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>When a constituent's session ends, and that nothing is lost when it does.</summary>
public sealed class SessionTests(SessionTests.Both both, SessionTests.PublicOnly alone)
    : IClassFixture<SessionTests.Both>, IClassFixture<SessionTests.PublicOnly>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_from_an_ended_session_is_shown_again(bool publicOnly)
    {
        SiteHost site = publicOnly ? alone : both;
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null });
        var form = (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", "A long <b>letter</b>");
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var page = await form.SendAsync();
        Assert.Equal("Your session ended", page.Heading);
        Assert.Equal("A long <b>letter</b>", page.Document.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal("/status?ended=true", (await browser.GetAsync("/status/case")).Path);
    }

    [Theory]
    [InlineData("same-origin", true, true)]
    [InlineData("same-site", true, false)]
    [InlineData("cross-site", false, false)]
    public async Task A_form_whose_cookie_was_lost_can_be_sent_again(string from, bool isShown, bool maySend)
    {
        using var browser = both.Browser();
        var form = (await browser.GetAsync("/request/story"))
            .Form()
            .Fill("Input.WhatHappened", "One line.\nAnother <b>line</b>.")
            .Fill("Input.WhatYouWant", "An answer, please.");
        browser.Lose("__Host-form");
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Target) { Content = form.Content() };
        // Another site could have filled in anything: no click sent it, and its text doesn't appear on our page.
        request.Headers.Add("Sec-Fetch-Site", from);
        var page = await browser.SendAsync(request);
        Assert.Equal("Your session timed out", page.Heading);
        Assert.Equal(isShown, page.Document.QuerySelectorAll("textarea").Any(t => t.TextContent.Contains("Another <b>line</b>.", StringComparison.Ordinal)));
        Assert.Equal(maySend, page.Document.QuerySelectorAll("button").Any(b => b.TextContent == "Send it now"));
        if (!maySend)
            return;
        Assert.False((await page.PressAsync("Send it now")).Path.StartsWith("/request/story", StringComparison.Ordinal));
        Assert.Contains(
            "Another <b>line</b>.",
            (await browser.GetAsync("/request/story")).Document.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_active_session_ends_after_two_hours()
    {
        using var browser = both.Browser();
        await browser.AskForHelpAsync(new() { Topic = null });
        for (var minutes = 20; minutes < 120; minutes += 20)
        {
            both.Clock.Advance(TimeSpan.FromMinutes(20));
            (await browser.GetAsync("/status/case")).Is("/status/case");
        }

        both.Clock.Advance(TimeSpan.FromMinutes(21));
        (await browser.GetAsync("/status/case")).Is("/status?ended=true");
    }

    [Fact]
    public async Task Clearing_a_shared_computer_leaves_nothing_behind()
    {
        using var browser = both.Browser();
        await browser.AskForHelpAsync(new() { Topic = null, Happened = "a private story" });
        using var stolen = browser.Tab();
        await (await browser.GetAsync("/status/case")).PressAsync("Sign out and clear this computer");
        foreach (var path in (string[])["/status/case", "/request/done", "/request/mine", "/request/check", "/request/story"])
            Assert.DoesNotContain("a private story", (await browser.GetAsync(path)).Html, StringComparison.Ordinal);
        (await stolen.GetAsync("/status/case")).Is("/status?ended=true"); // ended on the server, not just in this browser
    }

    [Fact]
    public async Task A_new_request_replaces_the_previous_one()
    {
        using var browser = both.Browser();
        var first = (await browser.AskForHelpAsync(new() { Topic = null })).Reference();
        using var stolen = browser.Tab();
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), c => c.Name == "__Host-draft" && !c.Expired);
        var second = (await browser.AskForHelpAsync(new() { Topic = null })).Reference();
        Assert.NotEqual(first, second);
        Assert.Contains(second, (await browser.GetAsync("/status/case")).Is("/status/case").Heading, StringComparison.Ordinal);
        (await stolen.GetAsync("/status/case")).Is("/status?ended=true");
    }

    [Fact]
    public async Task An_old_draft_cookie_opens_no_case()
    {
        using var browser = both.Browser();
        var check = (await browser.ToCheckAsync(new() { Topic = null, Happened = "a private story" })).Form();
        await check.SendAsync();
        both.Clock.Advance(TimeSpan.FromHours(3));
        (await browser.GetAsync("/request/done")).Is("/status");
        Assert.DoesNotContain("a private story", (await browser.GetAsync("/request/mine")).Text, StringComparison.Ordinal);
        Assert.NotEqual("/request/done", (await check.SendAsync()).Path);
        (await browser.GetAsync("/status/case")).Is("/status?ended=true");

        // Starting a new request with that cookie starts a new draft and loses nothing.
        await (await browser.GetAsync("/request/story")).Form().Fill("Input.WhatHappened", "another story").Fill("Input.WhatYouWant", "x").SendAsync();
        Assert.Equal("another story", (await browser.GetAsync("/request/story")).Form()["Input.WhatHappened"]);
    }

    public sealed class Both : SiteHost;

    public sealed class PublicOnly : SiteHost
    {
        protected override string Roles => "Public";
    }
}

using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Save, leave, and come back on another device.</summary>
public sealed class ReturnTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task An_emailed_code_opens_the_draft_on_another_device()
    {
        using var home = site.Browser();
        var page = await (await home.GetAsync("/request/story")).Form("Save and come back").Fill("Input.WhatHappened", "begun at home").SendAsync();
        page = await page.Is("/request/save").Form("Save").Fill("Email", "Return@Example.org").SendAsync();
        Assert.Contains("Saved", page.Text, StringComparison.Ordinal);
        Assert.Contains(await site.MailsAsync(), m => m.To == "Return@Example.org" && m.Text.Contains("/request/return", StringComparison.Ordinal));

        using var library = site.Browser();
        page = await (await library.GetAsync("/request/return")).Form().Fill("Email", "return@example.org").SendAsync();
        page = await page.Form("Continue").Fill("Code", await site.CodeForAsync("return@example.org")).SendAsync();
        Assert.Contains("begun at home", page.Is("/request/check").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("begun at home", (await home.GetAsync("/request/mine")).Text, StringComparison.Ordinal);

        page = await (await library.GetAsync("/request/save")).PressAsync("Sign out and keep my request");
        Assert.Equal("/leave?done=true", page.Path);
        Assert.Equal("You're signed out", page.Heading);
        Assert.DoesNotContain("begun at home", (await library.GetAsync("/request/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_draft_cannot_be_opened()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/story")).Form("Save and come back").Fill("Input.WhatHappened", "too private").SendAsync();
        using var copy = browser.Tab();
        Assert.Equal(HttpStatusCode.OK, (await (await browser.GetAsync("/request/save")).PressAsync("Delete everything I typed")).Is("/request/erased").Status);
        Assert.DoesNotContain("too private", (await copy.GetAsync("/request/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_email_address_gets_the_same_page()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/story")).Form("Save and come back").Fill("Input.WhatHappened", "x").SendAsync();
        await (await browser.GetAsync("/request/save")).Form("Save").Fill("Email", "known@example.org").SendAsync();
        var known = await (await browser.GetAsync("/request/return")).Form().Fill("Email", "known@example.org").SendAsync();
        var unknown = await (await browser.GetAsync("/request/return")).Form().Fill("Email", "unknown@example.org").SendAsync();
        Assert.Equal((known.Status, known.Title, known.Text), (unknown.Status, unknown.Title, unknown.Text));
        Assert.DoesNotContain(await site.MailsAsync(), m => m.To == "unknown@example.org");
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>A public form acts on what its page showed, not on what the cookie means by the time it is sent.</summary>
public sealed class FormTargetTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    public static TheoryData<string, string> Forms => new()
    {
        { "/status/case", "Send message" },
        { "/status/case", "Add this file" },
        { "/status/case", "I've sent it" },
        { "/status/close", "Close my case" },
        { "/status/withdraw/{release}", "Withdraw the release" },
        { "/release/{unsigned}/details", "Continue" },
        { "/release/{unsigned}/signer", "Continue" },
        { "/release/{unsigned}/read", "Sign the release" },
        { "/release/{unsigned}/paper", "Send to our office" },
        { "/release/{signed}/withdraw", "Withdraw the release" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_made_for_one_case_does_nothing_once_another_is_open(string address, string button)
    {
        using var browser = site.Browser();
        await browser.OpenStatusAsync(site, site.Mine.Reference, "mine@example.org");
        var path = address.Replace("{release}", site.Mine.Release.ToString(), StringComparison.Ordinal)
            .Replace("{unsigned}", site.Mine.Unsigned, StringComparison.Ordinal).Replace("{signed}", site.Mine.Signed, StringComparison.Ordinal);
        var form = (await browser.GetAsync(path)).Is(path).Form(button).FillBlanks();
        await browser.OpenStatusAsync(site, site.Theirs.Reference, "theirs@example.org");
        var before = await site.PrintsAsync();
        var page = await form.SendAsync();
        Assert.Equal((HttpStatusCode.Conflict, "You opened another case in this browser"), (page.Status, page.Heading));
        Assert.Equal(before, await site.PrintsAsync());
        if (form.Has("Body"))
            Assert.Contains(page.Document.QuerySelectorAll("textarea"), t => t.TextContent.Trim() == "Some text");
        if (form.Has("Upload"))
            Assert.Contains("page.png", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_can_be_sent_once_its_case_is_open_again()
    {
        using var browser = site.Browser();
        await browser.OpenStatusAsync(site, site.Mine.Reference, "mine@example.org");
        var form = (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", "For my own case").Attach("Upload", "mine.png", Sample.Png());
        await browser.OpenStatusAsync(site, site.Theirs.Reference, "theirs@example.org");
        var refused = await form.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await refused.PressAsync("I've opened that case again")).Status);
        await browser.OpenStatusAsync(site, site.Mine.Reference, "mine@example.org");
        var page = (await refused.PressAsync("I've opened that case again")).Is("/status/case");
        Assert.Contains("For my own case", page.Text, StringComparison.Ordinal);
        Assert.Equal(site.Mine.CaseId, (await site.ReadAsync(db => db.Set<Message>().AsNoTracking().ToListAsync())).Single(m => m.Body == "For my own case").CaseId);
    }

    [Fact]
    public async Task A_form_that_names_nothing_is_refused()
    {
        using var browser = site.Browser();
        await browser.OpenStatusAsync(site, site.Mine.Reference, "mine@example.org");
        foreach (var seal in (string[])["", "forged", (await browser.GetAsync("/request/story")).Form()["MadeFor"]])
            Assert.Equal(HttpStatusCode.Conflict, (await (await browser.GetAsync("/status/close")).Form().Forge("MadeFor", seal).SendAsync()).Status);
        Assert.False(await site.ReadAsync(db => db.Set<Case>().Where(c => c.Id == site.Mine.CaseId).Select(c => c.Status == CaseStatus.Closed).SingleAsync()));
    }

    [Theory]
    [InlineData("/request/story", "Continue", "What_ever")]
    [InlineData("/request/who", "Save and come back", "")]
    [InlineData("/request/address", "Back", "")]
    [InlineData("/request/documents", "Add this file", "")]
    [InlineData("/request/check", "Send my request", "")]
    [InlineData("/request", "Delete this request", "")]
    public async Task A_step_made_for_one_request_does_not_change_another(string path, string button, string typed)
    {
        using var browser = site.Browser();
        await browser.ToCheckAsync(new() { Email = "first@example.org", Topic = null });
        var form = (await browser.GetAsync(path)).Form(button);
        if (typed.Length > 0)
            form.Fill("Input.WhatHappened", "the first story");
        using var other = site.Browser();
        await other.ToCheckAsync(new() { Email = "second@example.org", Topic = null, Happened = "the second story" });
        var before = await site.PrintsAsync();
        // The other request is continued in another tab of the first browser, which replaces its cookie.
        browser.Cookies.Add(SiteHost.Address, new Cookie("__Host-draft", other.Cookies.GetAllCookies()["__Host-draft"]!.Value) { Path = "/" });
        var page = await form.SendAsync();
        Assert.Equal((HttpStatusCode.Conflict, "You opened another request in this browser"), (page.Status, page.Heading));
        Assert.Equal(before, await site.PrintsAsync());
    }

    [Fact]
    public async Task A_step_opened_before_the_request_began_asks_first()
    {
        using var browser = site.Browser();
        var early = (await browser.GetAsync("/request/story")).Form().Fill("Input.WhatHappened", "typed early on").Fill("Input.WhatYouWant", "an answer soon");
        await (await browser.GetAsync("/request/story")).Form().Fill("Input.WhatHappened", "typed in the other tab").Fill("Input.WhatYouWant", "x").SendAsync();
        var page = await early.SendAsync();
        Assert.Equal("Another request is open in this browser", page.Heading);
        Assert.Equal("typed in the other tab", (await browser.GetAsync("/request/story")).Form()["Input.WhatHappened"]);
        (await page.PressAsync("Add it to the open request")).Is("/request/urgency");
        Assert.Equal("typed early on", (await browser.GetAsync("/request/story")).Form()["Input.WhatHappened"]);
    }

    [Fact]
    public async Task Every_public_form_names_what_it_was_made_for()
    {
        // These name it in their address or a field, or end whatever is open.
        string[] open = ["/", "/Leave", "/Verify", "/Status", "/Status/Index", "/status/code/{id:guid}", "/Request/Return", "/release/{token?}",
            "/release/{token}/code/{id:guid}", "/release/shared/{token}", "/news/confirm/{token}", "/news/leave/{subscriber:guid}/{key}", "/error/{code:int}", "/dev/forms"];
        var wrong = new List<string>();
        foreach (var route in site.PostHandlers().Select(h => h.Route).Distinct().Except(open).Where(r => !r.StartsWith("/office", StringComparison.Ordinal)))
            foreach (var form in (await site.Owner.GetAsync(site.AddressOf(route, site.Theirs))).Forms().Where(f => f.Target != "/leave"))
                if (!form.Has("MadeFor") || form["MadeFor"].Length == 0)
                    wrong.Add($"{route}: {form.Button}");
        Assert.Empty(wrong);
    }
}

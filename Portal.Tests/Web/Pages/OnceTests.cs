using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Double clicks, Back, two tabs and lost cookies: everything happens once and nothing is lost.</summary>
public sealed class OnceTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task Sending_twice_opens_one_case()
    {
        using var browser = site.Browser();
        var form = (await browser.ToCheckAsync(new() { Email = "twice@example.org" })).Form();
        var first = await form.SendAsync();
        var second = await form.SendAsync();
        Assert.Equal(first.Is("/request/done").Reference(), second.Is("/request/done").Reference());
        await OneCaseAsync("twice@example.org");
    }

    [Fact]
    public async Task Concurrent_sends_open_one_case()
    {
        using var browser = site.Browser();
        var form = (await browser.ToCheckAsync(new() { Email = "at.once@example.org" })).Form();
        var tabs = Enumerable.Range(0, 6).Select(_ => browser.Tab()).ToList();
        var pages = await Task.WhenAll(tabs.Select(t => Task.Run(() => form.SendAsync(t))));
        Assert.Single(pages.Select(p => p.Is("/request/done").Reference()).Distinct());
        await OneCaseAsync("at.once@example.org");
    }

    [Fact]
    public async Task Going_back_after_sending_leads_to_the_confirmation()
    {
        using var browser = site.Browser();
        await browser.ToCheckAsync(new() { Email = "back@example.org" });
        var story = (await browser.GetAsync("/request/story")).Form().Fill("Input.WhatHappened", "changed too late");
        var reference = (await (await browser.GetAsync("/request/check")).Form().SendAsync()).Reference();
        Assert.Equal(reference, (await browser.GetAsync("/request/check")).Is("/request/done").Reference());
        var late = await story.SendAsync();
        Assert.Equal("You already sent this request", late.Heading);
        Assert.Contains(late.Document.QuerySelectorAll("textarea"), t => t.TextContent.Contains("changed too late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_tabs_keep_the_steps_of_both()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/who")).Form().Fill("Input.HelpFor", "Me").SendAsync();
        var (one, two) = (await browser.GetAsync("/request/story"), await browser.GetAsync("/request/urgency"));
        await Task.WhenAll(
            Task.Run(() => one.Form().Fill("Input.WhatHappened", "in tab one").Fill("Input.WhatYouWant", "x").SendAsync(browser.Tab())),
            Task.Run(() => two.Form().Fill("Input.DeadlineWhat", "in tab two").Fill("Input.Facts", "Hardship", "Travel").SendAsync(browser.Tab())));
        var check = await browser.GetAsync("/request/check");
        Assert.Contains("in tab one", check.Text, StringComparison.Ordinal);
        Assert.Equal("in tab two", (await browser.GetAsync("/request/urgency")).Form()["Input.DeadlineWhat"]);
    }

    [Theory]
    [InlineData("/request/who", "Input.Relation", "Input.HelpFor=SomeoneElse")]
    [InlineData("/request/address", "Input.Line1", "Input.City=New York|Input.State=NY|Input.Zip=10025")]
    [InlineData("/request/story", "Input.WhatHappened", "Input.WhatYouWant=help")]
    [InlineData("/request/urgency", "Input.DeadlineWhat", "")]
    public async Task A_lost_cookie_loses_no_step(string path, string field, string rest)
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/topic")).PressAsync("I'm not sure");
        var form = (await browser.GetAsync(path)).Form().Fill(field, "typed before");
        foreach (var value in rest.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=')))
            form.Fill(value[0], value[1]);
        browser.Lose("__Host-draft");
        await form.SendAsync();
        Assert.Equal("typed before", (await browser.GetAsync(path)).Form()[field]);
    }

    [Fact]
    public async Task A_lost_cookie_loses_no_topic_answer()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic?agency=SSA")).Form().Fill("Code", "ssa-wrong-amount").SendAsync();
        browser.Lose("__Host-draft");
        await page.Is("/request/questions").Form().Fill("Input[0].Value", "10/01/2026").SendAsync();
        page = (await browser.GetAsync("/request/questions")).Is("/request/questions");
        Assert.Equal("10/01/2026", page.Form()["Input[0].Value"]);
        browser.Lose("__Host-draft");
        await (await browser.GetAsync("/request/topic?agency=SSA")).Form().Fill("Code", "ssa-wrong-amount").SendAsync();
        page = (await browser.GetAsync("/request/numbers")).Is("/request/numbers");
        browser.Lose("__Host-draft");
        await page.Form().Fill("Input[0].Value", "219-09-9999").SendAsync();
        Assert.Contains("9999", (await browser.GetAsync("/request/numbers")).Is("/request/numbers").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_cookie_loses_no_helper()
    {
        using var browser = site.Browser();
        var form = SiteJourney.Contact(await browser.ToContactAsync(new() { HelpFor = "SomeoneElse", Topic = null }), new() { HelpFor = "SomeoneElse" });
        browser.Lose("__Host-draft");
        await form.SendAsync();
        await (await browser.GetAsync("/request/who")).Form().Fill("Input.HelpFor", "SomeoneElse").Fill("Input.Relation", "Daughter").SendAsync();
        Assert.Equal("Luz", (await browser.GetAsync("/request/contact")).Form()["Input.HelperFirstName"]);
    }

    [Fact]
    public async Task A_lost_cookie_loses_no_file()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/topic")).PressAsync("I'm not sure");
        var form = (await browser.GetAsync("/request/documents"))
            .Form("Add this file")
            .Attach("Upload", "letter.pdf", Domain.Paper.Inspection.Sample.PlainPdf());
        browser.Lose("__Host-draft");
        await form.SendAsync();
        Assert.Contains("letter.pdf", (await browser.GetAsync("/request/documents")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_a_message_twice_stores_one_message()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Email = "message@example.org" })).Reference();
        var form = (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", "Only once, please");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => form.SendAsync(browser.Tab()))));
        await form.SendAsync();
        var id = await site.ReadAsync(db => db.Set<Case>().Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        Assert.Equal(1, await site.ReadAsync(db => db.Set<Message>().CountAsync(m => m.CaseId == id)));
    }

    private async Task OneCaseAsync(string email)
    {
        Assert.Equal(1, (await site.ReadAsync(db => db.Set<Case>().AsNoTracking().ToListAsync())).Count(c => c.ContactEmail == email));
        Assert.Equal(1, (await site.ReadAsync(db => db.Set<OutgoingMail>().AsNoTracking().ToListAsync()))
            .Count(m => m.Recipient == email && m.Kind == nameof(AcknowledgmentMail)));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Messages;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Whatever button or link leaves a page or shows it again, what was typed or chosen on it is kept.</summary>
public sealed class LeavingTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("Back", "/request/address")]
    [InlineData("Save and come back later", "/request/save")]
    [InlineData("Privacy", "/help/privacy")]
    [InlineData("Ways to reach us", "/")]
    [InlineData("Verify a document", "/verify")]
    public async Task Leaving_a_step_saves_what_was_typed(string button, string leadsTo)
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/topic")).PressAsync("I'm not sure");
        var page = await (await browser.GetAsync("/request/story")).Form(button).Fill("Input.WhatHappened", "half of a story").SendAsync();
        page.Is(leadsTo);
        Assert.Equal("half of a story", (await browser.GetAsync("/request/story")).Form()["Input.WhatHappened"]);
        Assert.DoesNotContain("half", page.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/request/who", "Input.Relation", "Daughter")]
    [InlineData("/request/address", "Input.Zip", "no idea yet")]
    [InlineData("/request/urgency", "Input.DeadlineWhat", "Hearing")]
    [InlineData("/request/contact", "Input.Email", "not yet an address")]
    [InlineData("/request/contact", "Input.Phone", "later")]
    [InlineData("/request/contact", "Input.FirstName", "Ana")]
    public async Task Going_back_saves_even_what_is_not_complete(string path, string field, string value)
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/topic")).PressAsync("I'm not sure");
        Assert.NotEqual(path, (await (await browser.GetAsync(path)).Form("Back").Fill(field, value).SendAsync()).Path);
        Assert.Equal(value, (await browser.GetAsync(path)).Form()[field]);
    }

    [Fact]
    public async Task A_step_that_cannot_be_saved_can_still_be_left()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/contact")).Form("Back").Fill("Input.BornOn.Month", "13").SendAsync();
        Assert.Equal("13", page.Form()["Input.BornOn.Month"]);
        var link = Assert.Single(page.Document.QuerySelectorAll("main a"), a => a.TextContent == "Leave without saving this page");
        (await browser.GetAsync(link.GetAttribute("href")!)).Is("/request/urgency");
    }

    [Fact]
    public async Task Only_addresses_of_this_site_can_be_gone_to()
    {
        using var browser = site.Browser();
        foreach (var elsewhere in (string[])["https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"])
            (await (await browser.GetAsync("/request/who")).Form("Back").Fill("Input.HelpFor", "Me").Forge("go", elsewhere).SendAsync()).Is("/request/address");
    }

    [Theory]
    [InlineData("Continue", "/request/check")]
    [InlineData("Save and come back later", "/request/save")]
    [InlineData("Back", "/request/contact")]
    [InlineData("Add this file", "/request/documents")]
    public async Task A_chosen_file_is_added_by_every_button_of_its_step(string button, string leadsTo)
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/topic")).PressAsync("I'm not sure");
        (await (await browser.GetAsync("/request/documents")).Form(button).Attach("Upload", "letter.png", Sample.Png()).SendAsync()).Is(leadsTo);
        Assert.Contains("letter.png", (await browser.GetAsync("/request/documents")).Document.QuerySelector(".files")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_file_stays_chosen_when_the_language_changes_and_another_is_removed()
    {
        using var browser = site.Browser();
        await (await browser.GetAsync("/request/documents")).Form("Add this file").Attach("Upload", "first.png", Sample.Png()).SendAsync();
        var page = await browser.GetAsync("/request/documents");
        page = await page.LanguageForm().Attach("Upload", "second.pdf", Sample.PlainPdf()).SendAsync();
        Assert.Equal("es", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("second.pdf", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Quitar");
        Assert.Contains("second.pdf", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Continuar");
        Assert.Equal(
            "second.pdf",
            Assert.Single((await browser.GetAsync("/request/documents")).Document.QuerySelectorAll(".files strong")).TextContent);
    }

    [Fact]
    public async Task After_an_error_every_other_button_still_does_its_own_work()
    {
        using var browser = site.Browser();
        foreach (var (button, leadsTo) in ((string, string)[])[("Continue", "/request/check"), ("Save and come back", "/request/save"), ("Back", "/request/contact")])
        {
            var page = await (await browser.GetAsync("/request/documents")).PressAsync("Add this file");
            Assert.Equal("Choose a file first.", Assert.Single(page.Errors).Sentence);
            (await page.PressAsync(button)).Is(leadsTo);
        }
    }

    [Fact]
    public async Task A_message_and_a_file_on_the_case_page_both_arrive_or_stay()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Topic = null, Email = "both@example.org" })).Reference();
        var id = await site.ReadAsync(db => db.Set<Case>().Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());

        var page = await (await browser.GetAsync("/status/case")).Form("Add this file").Fill("Body", "not sent yet").Attach("Upload", "one.png", Sample.Png()).SendAsync();
        Assert.Contains("We got your file.", page.Text, StringComparison.Ordinal);
        Assert.Equal("not sent yet", page.Form("Send message")["Body"]);
        Assert.Equal(0, await site.ReadAsync(db => db.Set<Message>().CountAsync(m => m.CaseId == id)));

        page = await page.Form("Send message").Attach("Upload", "two.pdf", Sample.PlainPdf()).SendAsync();
        Assert.Contains("We got your message and your file.", page.Text, StringComparison.Ordinal);
        Assert.Equal("", page.Form("Send message")["Body"]);
        Assert.Equal(2, await site.ReadAsync(db => db.Set<Document>().CountAsync(d => d.CaseId == id)));

        page = await page.Form("Send message").Fill("Body", "with a bad file").Attach("Upload", "bad.html", "<html>"u8.ToArray()).SendAsync();
        Assert.Equal("Upload", Assert.Single(page.Errors).Field);
        Assert.Equal("with a bad file", page.Form("Send message")["Body"]);
        page = await page.PressAsync("Send message");
        Assert.Contains("We got your message.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await site.ReadAsync(db => db.Set<Message>().CountAsync(m => m.CaseId == id)));
    }

    [Theory]
    [InlineData("Change how we reach you", "/status/contact")]
    [InlineData("Close my case", "/status/close")]
    [InlineData("Privacy", "/help/privacy")]
    [InlineData("Verify a document", "/verify")]
    [InlineData("Ways to reach us", "/")]
    public async Task A_message_and_a_file_stay_on_the_case_page_that_a_link_leaves(string link, string leadsTo)
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Topic = null, Email = $"left-{link.Length}@example.org" })).Reference();
        var id = await site.ReadAsync(db => db.Set<Case>().Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        var page = await (await browser.GetAsync("/status/case")).Form(link).Fill("Body", "half a message").Attach("Upload", "two.pdf", Sample.PlainPdf()).SendAsync();
        page.Is(leadsTo);

        page = await browser.GetAsync("/status/case");
        Assert.Equal("half a message", page.Form("Send message")["Body"]);
        Assert.Contains("two.pdf", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Errors);
        Assert.Equal(0, await site.ReadAsync(db => db.Set<Message>().CountAsync(m => m.CaseId == id)));

        page = await page.Form(link).Fill("Body", "a whole message").SendAsync();
        page = await (await browser.GetAsync("/status/case")).PressAsync("Send message");
        Assert.Contains("We got your message and your file.", page.Text, StringComparison.Ordinal);
        Assert.Equal("a whole message", await site.ReadAsync(async db => (await db.Set<Message>().SingleAsync(m => m.CaseId == id)).Body.Text));
        page = await browser.GetAsync("/status/case");
        Assert.Equal("", page.Form("Send message")["Body"]);
        Assert.Empty(page.Document.QuerySelectorAll("input[name='Upload.held']"));
    }

    [Fact]
    public async Task What_was_left_on_one_case_is_not_shown_on_another_and_is_there_when_the_first_is_open_again()
    {
        using var browser = site.Browser();
        var first = (await browser.AskForHelpAsync(new() { Topic = null, Email = "first@example.org" })).Reference();
        await (await browser.GetAsync("/status/case")).Form("Privacy").Fill("Body", "for the first").SendAsync();
        await browser.AskForHelpAsync(new() { Topic = null, Email = "second@example.org" });
        Assert.Equal("", (await browser.GetAsync("/status/case")).Form("Send message")["Body"]);
        await browser.OpenStatusAsync(site, first, "first@example.org");
        Assert.Equal("for the first", (await browser.GetAsync("/status/case")).Form("Send message")["Body"]);
    }

    [Fact]
    public async Task Signing_out_clears_what_was_left()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Topic = null, Email = "gone@example.org" })).Reference();
        await (await browser.GetAsync("/status/case")).Form("Privacy").Fill("Body", "not for the next reader").SendAsync();
        await (await browser.GetAsync("/status/case")).PressAsync("Sign out and clear this computer");
        Assert.DoesNotContain(browser.Cookies.GetAllCookies(), c => c.Name == "left");
        await browser.OpenStatusAsync(site, reference, "gone@example.org");
        Assert.Equal("", (await browser.GetAsync("/status/case")).Form("Send message")["Body"]);
    }

    [Theory]
    [InlineData("/status/contact", "Contact.Line1", "half an address")]
    [InlineData("/status/person?role=Beneficiary", "PersonName", "Luz")]
    public async Task Other_pages_about_a_case_are_kept_too(string path, string field, string value)
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = "uscis-family-petition", Email = $"pages-{field.Length}@example.org" });
        foreach (var link in (string[])["Back", "Accessibility"])
        {
            var page = await (await browser.GetAsync(path)).Form(link).Fill(field, value + link).SendAsync();
            Assert.NotEqual(path, page.Path);
            Assert.Equal(value + link, (await browser.GetAsync(path)).Form()[field]);
        }
    }

    [Fact]
    public async Task A_case_page_is_left_only_for_this_site()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null, Email = "elsewhere@example.org" });
        var form = (await browser.GetAsync("/status/case")).Form("Privacy");
        foreach (var elsewhere in (string[])["https://evil.example/", "//evil.example/", "/\\evil.example/"])
            Assert.Equal(
                System.Net.HttpStatusCode.BadRequest,
                (await browser.PostAsync($"/status/case?leave={Uri.EscapeDataString(elsewhere)}", form.Content())).Status);
    }

    [Fact]
    public async Task Words_to_search_for_are_in_no_address()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic")).Form("Search").Fill("q", "my check did not come").SendAsync();
        Assert.DoesNotContain("check", page.Path, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(page.Document.QuerySelectorAll("input[name=Code]"));
        page = await page.LanguageForm().SendAsync();
        Assert.Equal("my check did not come", page.Form("Buscar")["q"]);
        Assert.NotEmpty(page.Document.QuerySelectorAll("input[name=Code]"));
    }
}

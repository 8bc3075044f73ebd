using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>What constituents do with their case: write, close, write again.</summary>
public sealed class CaseTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_constituent_can_close_a_case_and_still_write_to_it()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Topic = null, Email = "closes@example.org" })).Reference();
        var page = await (await browser.GetAsync("/status/close")).PressAsync("Close my case");
        Assert.Contains("Your case is closed.", page.Is("/status/case").Text, StringComparison.Ordinal);
        Assert.True((await CaseAsync(reference)).IsClosed);
        page = await page.Form("Send message").Fill("Body", "There is still something open").SendAsync();
        Assert.Contains("There is still something open", page.Is("/status/case").Text, StringComparison.Ordinal);
        Assert.Contains("We got your message.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_ended_with_its_case_shows_the_actual_end_date()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Email = "ended@example.org" })).Reference();
        var @case = await CaseAsync(reference);
        var token = await site.ReadAsync(db => db.Set<PrivacyRelease>().Where(r => r.CaseId == @case.Id).Select(r => r.LinkToken).SingleAsync());
        await browser.SignAsync("/release/" + token, "Ana García");
        Assert.True((await site.WithAsync<CloseCase, Outcome>(o => o.ExecuteAsync(
            new(@case.Id, null, ClosingReason.InformationGiven, "All is well."), Actor.System("test"), default))).Succeeded);
        var calendar = await site.WithAsync<Calendars, OfficeCalendar>(c => c.ReadAsync(default));
        var page = await browser.GetAsync("/status/case");
        Assert.Contains(
            $"Ended on {Texts.Day("en", calendar.DayOf(site.Clock.GetUtcNow().UtcDateTime))}, when your case was closed",
            page.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Expired on", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_and_oversized_messages_are_refused_and_kept()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null });
        var page = await (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", " \n ").SendAsync();
        Assert.Equal("Body", Assert.Single(page.Errors).Field);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var text = new string('x', 10_001);
        page = await page.Form("Send message").Fill("Body", text).SendAsync();
        Assert.Equal("Body", Assert.Single(page.Errors).Field);
        Assert.Equal(text, page.Form("Send message")["Body"]);
    }

    [Fact]
    public async Task A_mention_of_self_harm_shows_where_to_get_help()
    {
        using var browser = site.Browser();
        var page = await browser.ToCheckAsync(new() { Topic = null, Happened = "I want to kill myself" });
        Assert.NotEmpty(page.Document.QuerySelectorAll("a[href='tel:988']"));
        Assert.NotEmpty((await page.Form().SendAsync()).Document.QuerySelectorAll("a[href='tel:988']"));
    }

    [Fact]
    public async Task A_mention_of_self_harm_in_a_later_message_shows_help_immediately()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null, Email = "later@example.org" });
        var page = await browser.GetAsync("/status/case");
        Assert.Empty(page.Document.QuerySelectorAll("a[href='tel:988']"));
        page = await page.Form("Send message").Fill("Body", "I want to kill myself").SendAsync();
        Assert.NotEmpty(page.Is("/status/case").Document.QuerySelectorAll("a[href='tel:988']"));
    }

    [Fact]
    public async Task A_mention_of_self_harm_in_a_topic_question_shows_help_on_the_next_page()
    {
        using var browser = site.Browser();
        await browser.GetAsync("/request");
        var page = await (await browser.GetAsync("/request/topic?agency=SSA")).Form().Fill("Code", "ssa-missing-payment").SendAsync();
        var form = page.Is("/request/questions").Form();
        var field = Enumerable.Range(0, 20).First(i => form.Has($"Input[{i}].Id") && form[$"Input[{i}].Id"] == "paidBy");
        page = await form.Fill($"Input[{field}].Value", "I want to die").SendAsync();
        Assert.NotEmpty(page.Is("/request/who").Document.QuerySelectorAll("a[href='tel:988']"));
    }

    [Theory]
    [InlineData("i dont want to live anymore")]
    [InlineData("me quiero matar")]
    public async Task A_search_for_a_way_out_shows_help_first(string words)
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic")).Form("Search").Fill("q", words).SendAsync();
        Assert.NotEmpty(page.Document.QuerySelectorAll(".crisis a[href='tel:988']"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".crisis a[href^='sms:988']"));
        Assert.DoesNotContain("We didn't find a match", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Social_Security_number_in_a_message_or_file_name_shows_only_its_last_four_digits()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null, Email = "four@example.org" });
        var page = await (await browser.GetAsync("/status/case")).Form("Send message")
            .Fill("Body", "My number is 219-09-9999 or 219099998.").Attach("Upload", "219-09-9997 letter.png", Domain.Paper.Inspection.Sample.Png()).SendAsync();
        Assert.DoesNotContain("219-09", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("219099998", page.Text, StringComparison.Ordinal);
        foreach (var shown in (string[])["•••-••-9999", "•••-••-9998", "•••-••-9997 letter.png"])
            Assert.Contains(shown, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_who_threatens_others_sees_a_calm_page()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = null, Email = "calm@example.org" });
        var page = await (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", "I will shoot that judge").SendAsync();
        Assert.Contains("We got your message.", page.Is("/status/case").Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll(".crisis"));
    }

    [Fact]
    public async Task Suspected_bots_are_reviewed_and_not_turned_away()
    {
        using var browser = site.Browser();
        var page = await browser.ToCheckAsync(new() { Topic = null, Email = "robot@example.org" });
        var done = await page.Form().Fill("extra_notes_b", "buy now").SendAsync();
        Assert.NotNull((await CaseAsync(done.Is("/request/done").Reference())).ReviewReason);
    }

    private Task<Case> CaseAsync(string reference) => site.ReadAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Reference == reference));
}

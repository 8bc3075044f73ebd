using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Pages say what is true and lead on: referrals, numbers after signing, and numbers typed where they don't belong.</summary>
public sealed class NobodyMisledTests(SiteHost site) : IClassFixture<SiteHost>
{
    public static TheoryData<string> Referrals => [.. SeedFile.Read<TopicCard[]>("topics.json").Where(t => t.Outcome == TopicOutcome.Referral).Select(t => t.Code)];

    [Theory, MemberData(nameof(Referrals))]
    public async Task A_referral_leads_on(string topic)
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic?agency=NONE")).Form().Fill("Code", topic).SendAsync();
        var ways = page.Is("/request/other").Document.QuerySelectorAll("main .resource__ways a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(ways);
        Assert.All(ways, w => Assert.Matches("^(tel:|sms:|https://)", w));
    }

    [Fact]
    public async Task What_was_typed_to_find_the_topic_goes_along()
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/request/topic")).Form("Search").Fill("q", "my landlord wants to evict me").SendAsync();
        Assert.Contains("none-landlord", page.Document.QuerySelectorAll("input[name=Code]").Select(i => i.GetAttribute("value")));
        page = await page.Form("Continue").Fill("Code", "none-landlord").SendAsync();
        page.Is("/request/other");
        Assert.Equal("my landlord wants to evict me", (await browser.GetAsync("/request/story")).Form()["Input.WhatHappened"]);
        Assert.Equal("my landlord wants to evict me", (await browser.GetAsync("/request/topic")).Document.QuerySelector("#q")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("en", "Social Security number", "219-09-9999", "••••9999")]
    [InlineData("es", "Social Security number", "219-09-9999", "••••9999")]
    [InlineData("en", "A-number", "A123456789", "••••6789")]
    [InlineData("en", "VA file number", "C12345678", "••••5678")]
    [InlineData("es", "Medicare number", "1EG4TE5MK73", "••••MK73")]
    [InlineData("en", "Passport number", "540012345", "••••2345")]
    [InlineData("en", "Form type", "I-485", "I-485")]
    public void After_signing_the_screen_shows_the_last_four(string language, string label, string number, string shown)
    {
        var text = new ReleaseText(
            "generic", 1, language, "Release", [new("Who", [new(Texts.Get(language, label), number)], ["My number is 219-09-9999."])]);
        var section = Assert.Single(text.Masked().Sections);
        Assert.Equal(shown, section.Lines[0].Value);
        Assert.Equal("My number is •••-••-9999.", section.Paragraphs[0]);
        Assert.Equal(number, text.Sections[0].Lines[0].Value);
    }

    [Fact]
    public async Task The_page_after_signing_shows_the_last_four_and_the_sealed_copy_the_whole_number()
    {
        using var browser = site.Browser();
        var done = await browser.AskForHelpAsync(new() { Email = "masked@example.org" });
        var link = done.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith("/release/", StringComparison.Ordinal) == true)!;
        var page = (await browser.SignAsync(link, "Ana García")).Is(link + "/done");
        Assert.DoesNotContain("219-09-9999", page.Html, StringComparison.Ordinal);
        Assert.Contains("9999", page.Text, StringComparison.Ordinal);
        Assert.Contains("219-09-9999", Portal.Tests.Domain.Paper.PdfTools.Words(await browser.CopyAsync(link)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_typed_into_a_message_is_answered_with_a_word()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "typed.number@example.org" });
        var page = await (await browser.GetAsync("/status/case")).Form("Send message").Fill("Body", "My number is 219-09-9999, please hurry.").SendAsync();
        Assert.Contains("we show only its last four digits", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("219-09", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_asked_only_where_this_office_can_help()
    {
        using var browser = site.Browser();
        var answers = new SiteAnswers { State = "CA", Zip = SiteHost.ZipElsewhere };
        var page = await SiteJourney.Contact(await browser.ToContactAsync(answers), answers).SendAsync();
        page.Is("/request/documents");
    }

    [Fact]
    public async Task A_topic_changed_on_the_review_page_brings_its_numbers_and_no_other_change_does()
    {
        using var browser = site.Browser();
        await browser.ToCheckAsync(new() { Email = "changed.topic@example.org" });
        var page = await (await browser.GetAsync("/request/story?from=check")).Form().SendAsync();
        page.Is("/request/check");
        page = await (await browser.GetAsync("/request/topic?from=check&agency=VA")).Form().Fill("Code", "va-missing-payment").SendAsync();
        page = await page.Is("/request/questions").Form().SendAsync();
        page = await page.Is("/request/numbers").Form().Fill("Input[0].Value", "C12345678").SendAsync();
        Assert.Contains("5678", page.Is("/request/check").Text, StringComparison.Ordinal);
    }
}

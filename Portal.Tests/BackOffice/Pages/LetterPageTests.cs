using System.Text.RegularExpressions;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Liaisons;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>A caseworker writes to an agency on the real pages, without JavaScript.</summary>
public sealed partial class LetterPageTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    [Fact]
    public async Task The_preview_and_the_pdf_say_the_same_and_the_letter_goes_out()
    {
        var (browser, actor) = await site.StaffAsync(StaffRole.Caseworker, "Lara");
        await site.WithAsync<SaveContact, Outcome>(o => o.ExecuteAsync(new(Guid.CreateVersion7(), null, "SSA", Given.Card()), actor, default));
        var reference = site.Mine.Reference;
        var page = await browser.GetAsync($"/office/cases/{reference}/letter?agency=SSA");
        page = await page.Form("Update preview").Fill("Input.Blocks[Tried]", "Our constituent called the field office on November 2, 2026.").SendAsync();
        Assert.Contains("called the field office on November 2, 2026", page.Document.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
        // An open inquiry to the same agency needs a reason.
        Assert.Contains("that inquiry is still open", page.Text, StringComparison.Ordinal);
        var pdf = await browser.DownloadAsync(page.Document.QuerySelector("a[href*='handler=pdf']")!.GetAttribute("href")!);
        var printed = Squeeze(Portal.Tests.Domain.Paper.PdfTools.Text(pdf));
        foreach (var part in page.Document.QuerySelectorAll(".paper p, .paper li"))
            Assert.Contains(Squeeze(part.TextContent), printed, StringComparison.Ordinal);

        page = await page.Form("Record as mailed and print").SendAsync();
        Assert.Contains("Enter a reason", page.Text, StringComparison.Ordinal);
        Assert.Contains("called the field office", page.Form("Record as mailed and print")["Input.Blocks[Tried]"], StringComparison.Ordinal);
        page = await page.Form("Record as mailed and print").Fill("Input.Reasons[0].Text", "This is about another month.").SendAsync();
        Assert.Contains("Recorded as sent today", page.Text, StringComparison.Ordinal);
        Assert.Contains("Envelope", page.Text, StringComparison.Ordinal);
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await browser.DownloadAsync(page.Document.QuerySelector("a[href*='handler=envelope']")!.GetAttribute("href")!))[..4]));
    }

    [Fact]
    public async Task Another_request_rewords_the_blocks_that_nobody_edited()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Caseworker, "Mona");
        var page = await browser.GetAsync($"/office/cases/{site.Mine.Reference}/letter?agency=SSA");
        var before = page.Form("Update preview")["Input.Blocks[Request]"];
        page = await page.Form("Update preview").Fill("Input.Blocks[Facts]", "• Edited by hand.").Fill("Input.Ask", "PromptConsideration").SendAsync();
        Assert.NotEqual(before, page.Form("Update preview")["Input.Blocks[Request]"]);
        Assert.Contains("prompt", page.Form("Update preview")["Input.Blocks[Request]"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal("• Edited by hand.", page.Form("Update preview")["Input.Blocks[Facts]"].Trim());
        page = await browser.GetAsync($"/office/cases/{site.Mine.Reference}");
        Assert.Contains("Draft", page.Document.QuerySelector("#letters-title")!.ParentElement!.TextContent, StringComparison.Ordinal);
        page = await (await browser.GetAsync($"/office/cases/{site.Mine.Reference}/letter?agency=SSA")).PressAsync("Delete this draft");
        Assert.Contains("Draft deleted.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_draft_says_what_the_facts_say_now_where_nobody_edited_it()
    {
        LetterContent Of(string facts, string request, bool release) => new("SSA", Portal.Domain.Inquiries.PermittedAsk.InformationOrStatus)
        {
            Blocks = new Dictionary<LetterBlock, string> { [LetterBlock.Facts] = facts, [LetterBlock.Request] = request },
            Proposed = new Dictionary<LetterBlock, string> { [LetterBlock.Facts] = facts, [LetterBlock.Request] = request },
            HadRelease = release,
            EnclosesRelease = release,
        };
        var kept = Of("As of {release date}", "Please look.", release: false);
        kept = kept with { Blocks = new Dictionary<LetterBlock, string>(kept.Blocks) { [LetterBlock.Request] = "Please look today." } };
        var now = LetterComposer.Refresh(kept, Of("As of November 16", "Please look soon.", release: true));
        Assert.Equal(("As of November 16", "Please look today.", true), (now[LetterBlock.Facts], now[LetterBlock.Request], now.EnclosesRelease));
    }

    private static string Squeeze(string text) => Space().Replace(text, "");

    [GeneratedRegex(@"[\s•]+")]
    private static partial Regex Space();
}

using Portal.Domain.MailRoom;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>A caseworker files email on the real pages, without JavaScript, and is warned wherever someone could be told old news.</summary>
public sealed class MailRoomPageTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    [Fact]
    public async Task Email_from_an_agency_is_filed_with_one_press_and_named_above_every_form()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Caseworker, "Rosa");
        var reference = site.Mine.Reference;
        await ArriveAsync("liaison@ny.ssa.gov", $"Your letter about {reference} of someone else", "Denied on November 12, 2026.", forged: true);
        var page = await browser.GetAsync("/office/mail");
        Assert.Contains("may be forged", page.Text, StringComparison.Ordinal);
        // Before it's filed, the case and its forms say that it may belong here.
        foreach (var form in new[] { "", "/message", "/close", "/ask", "/refer", "/letter?agency=SSA" })
            Assert.Contains("may belong to this case", (await browser.GetAsync($"/office/cases/{reference}{form}")).Text, StringComparison.Ordinal);

        page = await (await browser.GetAsync("/office/mail")).PressAsync("1");
        Assert.Contains("there's an answer to confirm", page.Text, StringComparison.Ordinal);
        var @case = await browser.GetAsync($"/office/cases/{reference}");
        Assert.Contains("may be an agency's answer", @case.Text, StringComparison.Ordinal);
        Assert.Contains(reference, (await browser.GetAsync("/office/queue?view=toConfirm")).Text, StringComparison.Ordinal);
        Assert.Contains("may be an agency's answer", (await browser.GetAsync($"/office/cases/{reference}/message")).Text, StringComparison.Ordinal);
        var answer = await browser.GetAsync(@case.Document.QuerySelector("#unread a")!.GetAttribute("href")!);
        Assert.Contains("Record an answer", answer.Text, StringComparison.Ordinal);

        page = await (await browser.GetAsync((await browser.GetAsync("/office/mail?view=filed")).Document.QuerySelector(".mails a")!.GetAttribute("href")!)).PressAsync("Move back to the mail room");
        Assert.Contains("back to the mail room", page.Text, StringComparison.Ordinal);
        Assert.Null((await browser.GetAsync($"/office/cases/{reference}")).Document.QuerySelector("#unread a[href*=response]"));
        page = await page.PressAsync("Not casework");
        Assert.Contains("Set aside", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Undo");
        Assert.Contains("back to the mail room", page.Text, StringComparison.Ordinal);
        await (await browser.GetAsync("/office/mail")).PressAsync("Not casework");
    }

    [Fact]
    public async Task Email_from_a_stranger_is_filed_by_reference_and_staff_see_who_sent_it()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Caseworker, "Rita");
        await ArriveAsync("neighbor@elsewhere.example", "Harold's papers", "He asked me to write. His number is 123-45-6789.");
        var page = await browser.GetAsync("/office/mail");
        page = await browser.GetAsync(page.Document.QuerySelectorAll(".mails a").Single(a => a.TextContent.Contains("Harold", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.DoesNotContain("123-45-6789", page.Text, StringComparison.Ordinal);
        page = await page.Form("File it").Fill("Reference", "ABC").SendAsync();
        Assert.Contains("Enter a case reference", page.Text, StringComparison.Ordinal);
        Assert.Equal("ABC", page.Form("File it")["Reference"]);
        page = await page.Form("File it").Fill("Reference", site.Mine.Reference).Fill("As", $"{FiledAs.Message}").SendAsync();
        Assert.Contains("Filed.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Email from neighbor@elsewhere.example, not confirmed", (await browser.GetAsync($"/office/cases/{site.Mine.Reference}")).Text, StringComparison.Ordinal);
    }

    private async Task ArriveAsync(string from, string subject, string text, bool forged = false)
    {
        var mail = TestMailbox.Email(from, subject, text);
        if (forged)
            mail.Headers.Insert(0, "Authentication-Results", "mx.example.gov; dmarc=fail");
        site.Mailbox.ArrivedAt = site.Clock.GetUtcNow().UtcDateTime;
        site.Mailbox.Put(mail);
        await site.WithAsync<MailboxJob, int>(job => job.RunAsync(default));
        await site.WithAsync<MailArrivedJob, int>(job => job.RunAsync(default));
    }
}

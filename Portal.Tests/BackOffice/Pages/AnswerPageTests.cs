using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>A caseworker files an agency's letter, reads it beside the form, and tells the constituent, without JavaScript.</summary>
public sealed class AnswerPageTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    [Fact]
    public async Task The_letter_is_read_beside_the_form_and_the_constituent_is_told_with_it()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Caseworker, "Lara");
        var address = $"/office/cases/{site.Mine.Reference}/inquiries/{site.Mine.Inquiry}/response";
        var page = await browser.GetAsync(address);
        page = await page.Form("Save, tell later").Fill("Input.Summary", "Typed before the letter was filed.").Attach("Upload", "answer.pdf", AnswerLetter.Pdf).SendAsync();
        Assert.Contains("The letter is filed, but the answer isn't saved yet.", page.Text, StringComparison.Ordinal);
        await site.WithAsync<DocumentPendingJob, int>(job => job.RunAsync(default));
        page = await page.Form("Reload").SendAsync();
        Assert.Equal("Typed before the letter was filed.", page.Form("Save, tell later")["Input.Summary"]);
        Assert.Equal(["November 24, 2026A", "March 2, 2026B"], page.Document.QuerySelectorAll(".paper--read mark").Select(m => m.TextContent.Trim()));
        Assert.Contains("The text reads like: denied", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", page.Document.QuerySelector("input[name='Input.Found']")!.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("answer.pdf", (await site.Visitors["Constituent"].GetAsync("/status/case")).Text, StringComparison.Ordinal);

        // Looking at another file loses nothing that was typed.
        page = await page.Form("Another letter, or none").SendAsync();
        Assert.Empty(page.Document.QuerySelectorAll(".paper--read"));
        page = await page.Form("answer.pdf").SendAsync();
        Assert.Equal("Typed before the letter was filed.", page.Form("Save, tell later")["Input.Summary"]);

        // Nothing is sent while a field is empty.
        page = await Filled(page, "Save and tell the person now").SendAsync();
        Assert.Contains("{letter date}", page.Text, StringComparison.Ordinal);
        var period = page.Document.QuerySelector("input[name='Input.Periods']")!.GetAttribute("value")!;
        page = await Filled(page, "Fill in the message").Fill("Input.Found", "2026-11-24").Fill("Input.Result", "Denied").Fill("Input.Periods", period).SendAsync();
        Assert.Contains("Last day: ", page.Text, StringComparison.Ordinal);
        page = await page.Form("Save and tell the person now").SendAsync();
        Assert.Contains("your message is on the case page", page.Text, StringComparison.Ordinal);
        Assert.Contains("Running deadlines", page.Text, StringComparison.Ordinal);

        var answer = await site.ReadAsync(db => db.Set<AgencyResponse>().AsNoTracking().SingleAsync(r => r.InquiryId == site.Mine.Inquiry));
        Assert.Equal((new DateOnly(2026, 11, 24), AnswerResult.Denied), (answer.DatedOn!.Value, answer.Result));
        var last = (await site.ReadAsync(db => db.Set<RunningDeadline>().AsNoTracking().SingleAsync(d => d.CaseId == site.Mine.CaseId))).LastDay;
        var letter = await site.ReadAsync(db => db.Set<Document>().AsNoTracking().SingleAsync(d => d.Id == answer.DocumentId));
        Assert.True(letter.IsForConstituent, $"{letter.Kind} {letter.SharedAt} {letter.State}");
        var status = await site.Visitors["Constituent"].GetAsync("/status/case");
        Assert.Contains("answer.pdf", status.Text, StringComparison.Ordinal);
        var opening = status.Form("Open answer.pdf");
        using var opened = await site.Visitors["Constituent"].AskAsync(HttpMethod.Post, opening.Address, opening.Content());
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString((await opened.Content.ReadAsByteArrayAsync())[..4]));
        Assert.Contains("Deadlines after the agency's decision", status.Text, StringComparison.Ordinal);
        Assert.Contains(Portal.Domain.Platform.Text.Texts.Day("en", last), status.Text, StringComparison.Ordinal);

        // It doesn't help: the contested letter goes along.
        page = await browser.GetAsync($"/office/cases/{site.Mine.Reference}/letter?agency=SSA&ask=Reconsideration");
        page = await page.Form("Update preview").Fill("Input.Reason", "IncompleteInformation").SendAsync();
        Assert.Contains("without all of the relevant information", page.Form("Update preview")["Input.Blocks[Request]"], StringComparison.Ordinal);
        Assert.Contains("answer of November 24, 2026", page.Form("Update preview")["Input.Blocks[Request]"], StringComparison.Ordinal);
        Assert.Contains("2. answer (1 page)", page.Document.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
    }

    private static SiteForm Filled(SitePage page, string button) => page.Form(button).Fill("Input.Kind", "Final").Fill("Input.Summary", "They said no.");
}

/// <summary>A letter with text.</summary>
internal static class AnswerLetter
{
    public static byte[] Pdf { get; } = Make(
    [
        "November 24, 2026", "Re: Your inquiry", "The claim received March 2, 2026 is denied. A request for reconsideration may be filed within 60 days.",
    ]);

    private static byte[] Make(string[] lines)
    {
        var text = $"BT /F1 11 Tf 72 720 Td 14 TL {string.Concat(lines.Select(l => $"({l}) Tj T* "))}ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = "%PDF-1.4\n";
        var places = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            places.Add(file.Length);
            file += $"{index + 1} 0 obj\n{body}\nendobj\n";
        }

        return System.Text.Encoding.Latin1.GetBytes(
            $"{file}xref\n0 6\n0000000000 65535 f \n{string.Concat(places.Select(p => $"{p:D10} 00000 n \n"))}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{file.Length}\n%%EOF\n");
    }
}

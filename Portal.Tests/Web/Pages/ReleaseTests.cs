using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Signing a release, and who may not.</summary>
public sealed class ReleaseTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_release_is_signed_and_its_copy_verified()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "signs@example.org", Questions = new Dictionary<string, string> { ["ssn"] = "219-09-9999" } });
        var link = await LinkAsync("signs@example.org");
        var done = (await browser.SignAsync(link, "ana garcía")).Is(link + "/done");
        Assert.Contains("Social Security", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("219-09", (await browser.GetAsync("/status/case")).Text, StringComparison.Ordinal);

        var pdf = await browser.CopyAsync(link);
        Assert.Equal("alert--success", await VerdictAsync(pdf));
        foreach (var at in (int[])[20, pdf.Length / 3, pdf.Length / 2, pdf.Length - 20])
            Assert.Equal("alert--error", await VerdictAsync([.. pdf[..at], (byte)(pdf[at] ^ 1), .. pdf[(at + 1)..]]));
        Assert.Equal("alert--error", await VerdictAsync([.. pdf, .. "\n%more"u8]));

        var status = await browser.GetAsync("/status/case");
        (await (await status.PressAsync("Withdraw")).Is("/status/withdraw/").PressAsync("Withdraw")).Is("/status/case");
        Assert.Equal(ReleaseStatus.Withdrawn, (await ReleaseAsync("signs@example.org")).Status);
        using var reader = site.Browser();
        var verdict = await (await reader.GetAsync("/verify")).Form("Check the file").Attach("Upload", "copy.pdf", pdf).SendAsync();
        Assert.Contains("withdrawn", verdict.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Garc", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_page_says_whether_an_inquiry_was_sent()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "copy.later@example.org", Questions = new Dictionary<string, string> { ["ssn"] = "219-09-9999" } });
        var link = await LinkAsync("copy.later@example.org");
        Assert.Contains("We haven't contacted the agency yet", (await browser.SignAsync(link, "ana garcía")).Text, StringComparison.Ordinal);
        var (staff, maria) = await site.StaffAsync(StaffRole.Caseworker, "Copy");
        staff.Dispose();
        var caseId = (await ReleaseAsync("copy.later@example.org")).CaseId;
        Assert.True((await site.WithAsync<AcceptCase, Outcome>(o => o.ExecuteAsync(new(caseId, null), maria, default))).Succeeded);
        Assert.True((await site.WithAsync<SendInquiry, Outcome>(o => o.ExecuteAsync(
            new(caseId, null, "SSA", PermittedAsk.InformationOrStatus, InquiryMethod.Email, "Where is the payment?") { Key = Guid.CreateVersion7() },
            maria,
            default))).Succeeded);
        var later = await browser.GetAsync(link + "/done");
        Assert.Contains("We've contacted the Social Security Administration.", later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We haven't contacted the agency yet", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_twice_leaves_one_signature()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "signs.twice@example.org" });
        var link = await LinkAsync("signs.twice@example.org");
        var read = await browser.ToDocumentAsync(link, d => d.Fill("Numbers[0].Value", "219-09-9999"));
        var form = read.Is(link + "/read").Form().Fill("Agreed", "true").Fill("TypedName", "Ana García");
        var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => form.SendAsync(browser.Tab()))));
        Assert.Contains(pages, p => p.Path == link + "/done");
        (await form.SendAsync()).Is(link + "/done");
        Assert.Equal(
            1,
            (await site.ReadAsync(db => db.Set<Portal.Domain.Platform.Mail.OutgoingMail>().AsNoTracking().ToListAsync()))
                .Count(m => m.Recipient == "signs.twice@example.org" && m.Kind == nameof(ReleaseSignedMail)));
    }

    [Theory]
    [InlineData("", "Ana García", "Agreed")]
    [InlineData("true", "", "TypedName")]
    [InlineData("true", "Somebody Else", "TypedName")]
    public async Task Signing_requires_consent_and_name(string agreed, string name, string field)
    {
        using var browser = site.Browser();
        var email = $"unsigned{agreed}{name.Length}@example.org";
        await browser.AskForHelpAsync(new() { Email = email });
        var link = await LinkAsync(email);
        var read = await browser.ToDocumentAsync(link);
        var form = read.Is(link + "/read").Form().Fill("TypedName", name);
        if (agreed.Length > 0)
            form.Fill("Agreed", agreed);
        var page = await form.SendAsync();
        Assert.Equal(field, Assert.Single(page.Errors).Field);
        Assert.Equal(name, page.Form()["TypedName"]);
        Assert.Equal(ReleaseStatus.Requested, (await ReleaseAsync(email)).Status);
    }

    [Fact]
    public async Task A_text_that_changed_since_it_was_read_is_not_signed()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "other.text@example.org" });
        var link = await LinkAsync("other.text@example.org");
        var read = await browser.ToDocumentAsync(link);
        var details = await browser.GetAsync(link + "/details");
        await (await details.Form().Fill("Input.Records", "Only my payments of October").SendAsync()).Is(link + "/signer").Form().SendAsync();
        // A signer who also missed a field learns of the change right away: the returned page has the new text.
        var forgetful = await read.Form().Fill("Agreed", "true").SendAsync();
        Assert.Contains(forgetful.Errors, e => e.Sentence.Contains("changed after you opened it", StringComparison.Ordinal));
        Assert.Contains(forgetful.Errors, e => e.Field == "TypedName");
        var page = await read.Form().Fill("Agreed", "true").Fill("TypedName", "Ana García").SendAsync();
        Assert.Contains("changed after you opened it", Assert.Single(page.Is(link + "/read").Errors).Sentence, StringComparison.Ordinal);
        Assert.Contains("Only my payments of October", page.Text, StringComparison.Ordinal);
        (await page.Form().Fill("Agreed", "true").Fill("TypedName", "Ana García").SendAsync()).Is(link + "/done");
    }

    [Fact]
    public async Task Where_English_is_required_both_texts_are_shown_and_signed()
    {
        await site.ReadAsync(db => db.Set<Portal.Domain.Agencies.Agency>()
            .Where(a => a.Code == "OPM")
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Rules.EnglishAuthoritative, true)));
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = "opm-retirement", Email = "lee.espanol@example.org", Language = "es" });
        var link = await LinkAsync("lee.espanol@example.org");
        var read = await browser.ToDocumentAsync(link);
        void HasBoth(SitePage page)
        {
            var texts = page.Document.QuerySelectorAll("article.document");
            Assert.Equal(["en", "es"], texts.Select(t => t.GetAttribute("lang")));
            Assert.Contains("Privacy Act release: Office of Personnel Management", texts[0].TextContent, StringComparison.Ordinal);
            Assert.Contains("the records that the Office of Personnel Management has", texts[0].TextContent, StringComparison.Ordinal);
            Assert.Contains(
                "Esta traducción es solo para que usted la lea. El texto en inglés es el que tiene validez legal.",
                texts[1].TextContent,
                StringComparison.Ordinal);
        }

        HasBoth(read.Is(link + "/read"));
        var done = await read.Form().Fill("Agreed", "true").Fill("TypedName", "Ana García").SendAsync();
        HasBoth(done.Is(link + "/done"));
        var pdf = Domain.Paper.PdfTools.Words(await browser.CopyAsync(link, "Descargar su copia (PDF)"));
        Assert.Contains("I declare under penalty of perjury", pdf, StringComparison.Ordinal);
        Assert.Contains("Declaro bajo pena de perjurio", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_cannot_sign_but_the_person_can()
    {
        using var helper = site.Browser();
        var done = await helper.AskForHelpAsync(new()
        {
            HelpFor = "SomeoneElse",
            FirstName = "Rosa",
            LastName = "Ortiz",
            Email = "rosa@example.org",
            HelperEmail = "luz.helps@example.org"
        });
        Assert.Contains("We'll email them a link. No one else can sign with it", done.Text, StringComparison.Ordinal);
        var link = await LinkAsync("rosa@example.org");
        foreach (var page in (string[])["", "/details", "/signer", "/read", "/done", "/withdraw"])
            Assert.DoesNotContain("TypedName", (await helper.GetAsync(link + page)).Html, StringComparison.Ordinal);

        // Not even with the forms of their own release, posted to the other person's address.
        using var own = site.Browser();
        await own.AskForHelpAsync(new() { Email = "luz.own@example.org" });
        var ownLink = await LinkAsync("luz.own@example.org");
        var form = (await own.GetAsync(ownLink)).Form();
        foreach (var page in (string[])["/details", "/signer", "/read", "/withdraw", "/pdf"])
            await own.PostAsync(link + page, form.Content());
        Assert.Equal(ReleaseStatus.Requested, (await ReleaseAsync("rosa@example.org")).Status);

        using var rosa = site.Browser();
        var code = await (await rosa.GetAsync(link)).PressAsync("Email me a code");
        (await code.Is(link + "/code/").Form().Fill("Code", await site.CodeForAsync("rosa@example.org")).SendAsync()).Is(link);
        Assert.Equal("/status", (await rosa.GetAsync("/status/case")).Path.Split('?')[0]); // the release, not the case
        (await rosa.SignAsync(link, "Rosa Ortiz")).Is(link + "/done");
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await rosa.CopyAsync(link)), StringComparison.Ordinal);
        Assert.Contains("Signed on", (await helper.GetAsync("/status/case")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ink_release_is_printed_and_its_photo_uploaded()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = "uscis-naturalization", Email = "ink@example.org" });
        var link = await LinkAsync("ink@example.org");
        var paper = (await browser.ToDocumentAsync(link, d => d.Fill("Input.OutsideUnitedStates", "true"))).Is(link + "/paper");
        Assert.Contains("Sign and date it in ink", paper.Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await browser.DownloadAsync(link + "/print")), StringComparison.Ordinal);
        Assert.Equal(link + "/details", (await browser.GetAsync(link + "/read")).Path);
        using var stranger = site.Browser();
        foreach (var page in (string[])["/print", "/paper", "/signer"])
            Assert.Equal(link, (await stranger.GetAsync(link + page)).Path);
        Assert.Equal("Upload", Assert.Single((await paper.Form().SendAsync()).Errors).Field);
        var sent = await paper.Form().Attach("Upload", "photo.png", Domain.Paper.Inspection.Sample.Png()).SendAsync();
        Assert.Contains("We have the signed form", sent.Is(link).Text, StringComparison.Ordinal);
        Assert.Equal(ReleaseStatus.Checking, (await ReleaseAsync("ink@example.org")).Status);
        Assert.Contains(
            "A caseworker will review it before we use it",
            (await browser.GetAsync("/status/case")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guardian_uploads_proof_and_signs_with_their_own_name()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "guardian@example.org", Topic = "dos-passport-delay" });
        var link = await LinkAsync("guardian@example.org");
        var signer = await browser.ToDocumentAsync(link, signer: s => s.Fill("Input.Capacity", "ParentOrGuardian"));
        Assert.Equal(["Input_SignerName", "Proof"], signer.Is(link + "/signer").Errors.Select(e => e.Field));
        var read = await signer.Form()
            .Fill("Input.SignerName", "Rosa García")
            .Attach("Proof", "birth.pdf", Domain.Paper.Inspection.Sample.PlainPdf())
            .SendAsync();
        var done = await read.Is(link + "/read").Form().Fill("Agreed", "true").Fill("TypedName", "Rosa García").SendAsync();
        Assert.Contains("A caseworker will review it and tell you if anything is missing", done.Is(link + "/done").Text, StringComparison.Ordinal);
        Assert.Equal(ReleaseStatus.Checking, (await ReleaseAsync("guardian@example.org")).Status);
    }

    [Fact]
    public async Task A_mark_is_signed_by_its_witnesses()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "mark@example.org" });
        var link = await LinkAsync("mark@example.org");
        var read = (await browser.ToDocumentAsync(link, signer: s => s.Fill("Input.ByMark", "true"))).Is(link + "/read");
        var wrong = await read.Form().Fill("Agreed", "true").Fill("TypedName", "X").Fill("Witnesses[0].Name", "Tom Ash").SendAsync();
        Assert.Equal(["Witnesses_0__Address", "Witnesses_1__Name", "Witnesses_1__Address"], wrong.Errors.Select(e => e.Field));
        Assert.Equal("Tom Ash", wrong.Form()["Witnesses[0].Name"]);
        (await wrong.Form()
                .Fill("Witnesses[0].Address", "1 Elm St")
                .Fill("Witnesses[1].Name", "Lee Oak")
                .Fill("Witnesses[1].Address", "2 Elm St")
                .SendAsync())
            .Is(link + "/done");
    }

    [Fact]
    public async Task Signing_under_another_name_needs_a_reason()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "married@example.org" });
        var link = await LinkAsync("married@example.org");
        var read = await browser.ToDocumentAsync(link);
        Assert.False(read.Form().Has("NameDifference"));
        var asked = await read.Form().Fill("Agreed", "true").Fill("TypedName", "Ana Pérez").SendAsync();
        var done = await asked.Form().Fill("Agreed", "true").Fill("NameDifference", "I married in October").SendAsync();
        Assert.Contains("A caseworker will review it and tell you if anything is missing", done.Is(link + "/done").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signer_withdraws_a_release_on_its_page()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "takes.back@example.org" });
        var link = await LinkAsync("takes.back@example.org");
        var done = await browser.SignAsync(link, "Ana García");
        (await (await browser.GetAsync(link + "/withdraw")).PressAsync("Withdraw the release")).Is(link);
        Assert.Equal(ReleaseStatus.Withdrawn, (await ReleaseAsync("takes.back@example.org")).Status);
        Assert.Contains("withdrawn", (await browser.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("You signed", done.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("letter.pdf", "This document doesn't carry our office's seal")]
    [InlineData("letter.txt", "This file isn't a PDF, or it's damaged")]
    public async Task Foreign_files_are_not_verified(string name, string sentence)
    {
        using var browser = site.Browser();
        var bytes = name.EndsWith("pdf", StringComparison.Ordinal) ? Domain.Paper.Inspection.Sample.PlainPdf() : "hello"u8.ToArray();
        var page = await (await browser.GetAsync("/verify")).Form("Check the file").Attach("Upload", name, bytes).SendAsync();
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    private async Task<string> VerdictAsync(byte[] pdf)
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/verify")).Form("Check the file").Attach("Upload", "copy.pdf", pdf).SendAsync();
        return page.Document.QuerySelector("#answer")!.ClassName!.Split("usa-")[^1];
    }

    private async Task<PrivacyRelease> ReleaseAsync(string signer) =>
        (await site.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().ToListAsync())).Single(r => r.SignerEmail == signer);

    private async Task<string> LinkAsync(string signer) => "/release/" + (await ReleaseAsync(signer)).LinkToken;
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Public;

/// <summary>Signing, and who may not.</summary>
public sealed class ReleaseTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task OwnReleaseIsSignedAndItsCopyVerified()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "signs@example.org", Questions = new Dictionary<string, string> { ["ssn"] = "219-09-9999" } });
        var link = await LinkAsync("signs@example.org");
        var done = (await browser.SignAsync(link, "ana garcía")).Is(link + "/done");
        Assert.Contains("Social Security", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("219-09", (await browser.GetAsync("/status/case")).Text, StringComparison.Ordinal);

        var pdf = await browser.DownloadAsync(link + "/pdf");
        Assert.Equal("alert--success", await VerdictAsync(pdf));
        foreach (var at in (int[])[20, pdf.Length / 3, pdf.Length / 2, pdf.Length - 20])
            Assert.Equal("alert--error", await VerdictAsync([.. pdf[..at], (byte)(pdf[at] ^ 1), .. pdf[(at + 1)..]]));
        Assert.Equal("alert--error", await VerdictAsync([.. pdf, .. "\n%more"u8]));

        var status = await browser.GetAsync("/status/case");
        var withdraw = status.Document.QuerySelector("a[href^='/status/withdraw/']")!.GetAttribute("href")!;
        (await (await browser.GetAsync(withdraw)).PressAsync("Withdraw")).Is("/status/case");
        Assert.Equal(ReleaseStatus.Withdrawn, (await ReleaseAsync("signs@example.org")).Status);
        using var reader = site.Browser();
        var verdict = await (await reader.GetAsync("/verify")).Form("Check the file").Attach("Upload", "copy.pdf", pdf).SendAsync();
        Assert.Contains("withdrawn", verdict.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Garc", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SigningTwiceSignsOnce()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "signs.twice@example.org" });
        var link = await LinkAsync("signs.twice@example.org");
        var read = await (await browser.GetAsync(link)).Form().Fill("Numbers[0].Value", "219-09-9999").SendAsync();
        var form = read.Is(link + "/read").Form().Fill("Agreed", "true").Fill("TypedName", "Ana García");
        var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => form.SendAsync(browser.Tab()))));
        Assert.Contains(pages, p => p.Path == link + "/done");
        (await form.SendAsync()).Is(link + "/done");
        Assert.Equal(1, await site.ReadAsync(db => db.Set<Portal.Domain.Platform.Mail.OutgoingMail>().CountAsync(m => m.Recipient == "signs.twice@example.org" && m.Kind == nameof(ReleaseSignedMail))));
    }

    [Theory]
    [InlineData("", "Ana García", "Agreed")]
    [InlineData("true", "", "TypedName")]
    [InlineData("true", "Somebody Else", "TypedName")]
    public async Task NothingIsSignedWithoutConsentAndName(string agreed, string name, string field)
    {
        using var browser = site.Browser();
        var email = $"unsigned{agreed}{name.Length}@example.org";
        await browser.AskForHelpAsync(new() { Email = email });
        var link = await LinkAsync(email);
        var read = await (await browser.GetAsync(link)).Form().SendAsync();
        var form = read.Is(link + "/read").Form().Fill("TypedName", name);
        if (agreed.Length > 0)
            form.Fill("Agreed", agreed);
        var page = await form.SendAsync();
        Assert.Equal(field, Assert.Single(page.Errors).Field);
        Assert.Equal(name, page.Form()["TypedName"]);
        Assert.Equal(ReleaseStatus.Requested, (await ReleaseAsync(email)).Status);
    }

    [Fact]
    public async Task AnotherTextThanTheOneReadIsNotSigned()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "other.text@example.org" });
        var link = await LinkAsync("other.text@example.org");
        var read = await (await browser.GetAsync(link)).Form().SendAsync();
        var details = await browser.GetAsync(link + "/details");
        await details.Form().Fill("Input.Records", "Only my payments of October").SendAsync();
        var page = await read.Form().Fill("Agreed", "true").Fill("TypedName", "Ana García").SendAsync();
        Assert.Contains("has changed", Assert.Single(page.Is(link + "/read").Errors).Sentence, StringComparison.Ordinal);
        Assert.Contains("Only my payments of October", page.Text, StringComparison.Ordinal);
        (await page.Form().Fill("Agreed", "true").Fill("TypedName", "Ana García").SendAsync()).Is(link + "/done");
    }

    [Fact]
    public async Task WhereEnglishCountsBothTextsAreReadAndSigned()
    {
        await site.ReadAsync(db => db.Set<Portal.Domain.Agencies.Agency>().Where(a => a.Code == "OPM").ExecuteUpdateAsync(s => s.SetProperty(a => a.EnglishAuthoritative, true)));
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = "opm-retirement", Email = "lee.espanol@example.org", Language = "es" });
        var link = await LinkAsync("lee.espanol@example.org");
        var read = await (await browser.GetAsync(link)).Form().SendAsync();
        void HasBoth(SitePage page)
        {
            var texts = page.Document.QuerySelectorAll("article.document");
            Assert.Equal(["en", "es"], texts.Select(t => t.GetAttribute("lang")));
            Assert.Contains("Privacy Act release: Office of Personnel Management", texts[0].TextContent, StringComparison.Ordinal);
            Assert.Contains("the records that Office of Personnel Management has", texts[0].TextContent, StringComparison.Ordinal);
            Assert.Contains("Esta traducción es para que usted la lea. El texto en inglés es el que vale.", texts[1].TextContent, StringComparison.Ordinal);
        }

        HasBoth(read.Is(link + "/read"));
        var done = await read.Form().Fill("Agreed", "true").Fill("TypedName", "Ana García").SendAsync();
        HasBoth(done.Is(link + "/done"));
        var pdf = Platform.Pdf.PdfTools.Words(await browser.DownloadAsync(link + "/pdf"));
        Assert.Contains("I declare under penalty of perjury", pdf, StringComparison.Ordinal);
        Assert.Contains("Declaro bajo pena de perjurio", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelperCannotSignButThePersonCan()
    {
        using var helper = site.Browser();
        var done = await helper.AskForHelpAsync(new() { HelpFor = "SomeoneElse", FirstName = "Rosa", LastName = "Ortiz", Email = "rosa@example.org", HelperEmail = "luz.helps@example.org" });
        Assert.Contains("nobody else can sign", done.Text, StringComparison.Ordinal);
        var link = await LinkAsync("rosa@example.org");
        foreach (var page in (string[])["", "/details", "/read", "/done"])
            Assert.DoesNotContain("TypedName", (await helper.GetAsync(link + page)).Html, StringComparison.Ordinal);

        // Not even with the forms of a release of their own, posted to the other's address.
        using var own = site.Browser();
        await own.AskForHelpAsync(new() { Email = "luz.own@example.org" });
        var ownLink = await LinkAsync("luz.own@example.org");
        var form = (await own.GetAsync(ownLink)).Form();
        foreach (var page in (string[])["/details", "/read"])
            await own.PostAsync(link + page, form.Content());
        Assert.Equal(ReleaseStatus.Requested, (await ReleaseAsync("rosa@example.org")).Status);

        using var rosa = site.Browser();
        var code = await (await rosa.GetAsync(link)).PressAsync("Mail me a code");
        (await code.Is(link + "/code/").Form().Fill("Code", await site.CodeForAsync("rosa@example.org")).SendAsync()).Is(link);
        Assert.Equal("/status", (await rosa.GetAsync("/status/case")).Path.Split('?')[0]); // the release, not the case
        (await rosa.SignAsync(link, "Rosa Ortiz")).Is(link + "/done");
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await rosa.DownloadAsync(link + "/pdf")), StringComparison.Ordinal);
        Assert.Contains("Signed on", (await helper.GetAsync("/status/case")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InkAgencyGetsAPrintedForm()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Topic = "uscis-naturalization", Email = "ink@example.org" });
        var link = await LinkAsync("ink@example.org");
        var page = await browser.GetAsync(link);
        Assert.Contains("ink on paper", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await browser.DownloadAsync(link + "/print")), StringComparison.Ordinal);
        Assert.Equal(link, (await browser.GetAsync(link + "/read")).Path);
        using var stranger = site.Browser();
        Assert.Equal(link, (await stranger.GetAsync(link + "/print")).Path);
    }

    [Theory]
    [InlineData("letter.pdf", "does not carry our office")]
    [InlineData("letter.txt", "not a PDF")]
    public async Task ForeignFilesAreNotOurs(string name, string sentence)
    {
        using var browser = site.Browser();
        var bytes = name.EndsWith("pdf", StringComparison.Ordinal) ? Platform.Files.Sample.PlainPdf() : "hello"u8.ToArray();
        var page = await (await browser.GetAsync("/verify")).Form("Check the file").Attach("Upload", name, bytes).SendAsync();
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    private async Task<string> VerdictAsync(byte[] pdf)
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/verify")).Form("Check the file").Attach("Upload", "copy.pdf", pdf).SendAsync();
        return page.Document.QuerySelector("#answer")!.ClassName!.Split("usa-")[^1];
    }

    private Task<PrivacyRelease> ReleaseAsync(string signer) => site.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().SingleAsync(r => r.SignerEmail == signer));

    private async Task<string> LinkAsync(string signer) => "/release/" + (await ReleaseAsync(signer)).LinkToken;
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper.Inspection;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Who can sign is asked before a request is sent, and no page asks a person to sign who can't.</summary>
public sealed class WhoCanSignTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Theory]
    [InlineData("Minor", "ParentOrGuardian", "2021")]
    [InlineData("Unable", "PersonalRepresentative", "1950")]
    [InlineData("Died", "NextOfKin", "1931")]
    public async Task A_helper_with_authority_signs_with_proof_on_every_page(string why, string by, string born)
    {
        using var browser = site.Browser();
        var email = $"kid.{why}@example.org".ToLowerInvariant();
        var done = await browser.AskForHelpAsync(new()
        {
            HelpFor = "SomeoneElse",
            FirstName = "Kid",
            LastName = "Small",
            Email = why == "Died" ? "" : "kid@example.org",
            HelperEmail = email,
            CanSign = why,
            SignsBy = by,
            BornIn = born,
        });
        Assert.Contains("proof that you can sign for Kid Small", done.Text, StringComparison.Ordinal);
        var release = (await site.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().ToListAsync())).Single(r => r.SignerEmail == email);
        var link = "/release/" + release.LinkToken;
        using var stranger = site.Browser();
        foreach (var page in new[] { done, await browser.GetAsync("/status/case"), await browser.GetAsync(link), await stranger.GetAsync(link) })
            Assert.DoesNotContain("Only Kid Small", page.Text, StringComparison.Ordinal);
        Assert.Contains("of Kid Small signs it, with proof", (await stranger.GetAsync(link)).Text, StringComparison.Ordinal);

        var details = (await browser.GetAsync(link)).Is(link + "/details").Form();
        if (details.Has("Numbers[0].Value"))
            details.Fill("Numbers[0].Value", "219-09-9999");
        var signer = (await details.SendAsync()).Is(link + "/signer");
        Assert.DoesNotContain("Most people sign for themselves", signer.Text, StringComparison.Ordinal);
        Assert.Null(signer.Document.QuerySelector("input[name='Input.Capacity'][value=Self]"));
        Assert.Equal((by, "Luz Ortiz"), (signer.Form()["Input.Capacity"], signer.Form()["Input.SignerName"]));
        var refused = await signer.Form().SendAsync();
        Assert.Contains("Upload proof", Assert.Single(refused.Errors).Sentence, StringComparison.Ordinal);
        var paper = (await browser.GetAsync(link + "/paper")).Text;
        Assert.Contains("Send the proof too", paper, StringComparison.Ordinal);
        var read = await refused.Form().Attach("Proof", "proof.pdf", Sample.PlainPdf()).SendAsync();
        read = await read.Is(link + "/read").Form().Fill("Agreed", "true").Fill("TypedName", "Luz Ortiz").SendAsync();
        read.Is(link + "/done");
        var signed = (await site.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().ToListAsync())).Single(r => r.Id == release.Id);
        Assert.Equal((ReleaseStatus.Checking, Enum.Parse<SignerCapacity>(by)), (signed.Status, signed.Signature!.Capacity));
    }

    [Fact]
    public async Task A_date_of_birth_leads_back_to_who_signs()
    {
        using var browser = site.Browser();
        var answers = new SiteAnswers { HelpFor = "SomeoneElse", BornIn = "2021" };
        var page = (await SiteJourney.Contact(await browser.ToContactAsync(answers), answers).SendAsync()).Is("/request/signing");
        Assert.Contains("under 18", page.Text, StringComparison.Ordinal);
        page = await page.Form().Fill("Input.Answer", "Yes").SendAsync();
        Assert.Contains("They're under 18", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        (await page.Form().Fill("Input.Answer", "Minor").Fill("Input.By", "Unknown").SendAsync()).Is("/request/numbers");
    }

    [Fact]
    public async Task A_minor_who_writes_is_asked_for_a_parent()
    {
        using var browser = site.Browser();
        var answers = new SiteAnswers { BornIn = "2012", Email = "minor.writes@example.org" };
        var page = (await SiteJourney.Contact(await browser.ToContactAsync(answers), answers).SendAsync()).Is("/request/signing");
        Assert.Null(page.Document.QuerySelector("input[name='Input.Answer']"));
        page = await page.Form().Fill("Input.By", "ParentOrGuardian").SendAsync();
        Assert.Equal("Input_SignerName", Assert.Single(page.Errors).Field);
        page = await page.Form().Fill("Input.SignerName", "Tom Ash").Fill("Input.SignerEmail", "tom.ash@example.org").SendAsync();
        page = await SiteJourney.NumbersAsync(page, answers);
        page = await (await page.Is("/request/documents").Form().SendAsync()).Is("/request/check").Form().SendAsync();
        Assert.Contains("email them a link", page.Is("/request/done").Text, StringComparison.Ordinal);
        Assert.Contains("someone who can't", (await site.MailsAsync()).Single(m => m.To == "tom.ash@example.org").Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Minor", "NextOfKin", "", "", "Input_By")]
    [InlineData("Died", "ParentOrGuardian", "", "", "Input_By")]
    [InlineData("Died", "", "", "", "Input_By")]
    [InlineData("", "", "", "", "Input_Answer")]
    [InlineData("Unable", "ParentOrGuardian", "Tom Ash", "tom at example", "Input_SignerEmail")]
    [InlineData("Unable", "ParentOrGuardian", "", "tom@example.org", "Input_SignerName")]
    public async Task What_does_not_fit_is_explained(string why, string by, string name, string email, string field)
    {
        using var browser = site.Browser();
        await (await (await browser.GetAsync("/request")).Form().SendAsync()).Form("I'm not sure").SendAsync();
        var page = await (await browser.GetAsync("/request/who")).Form().Fill("Input.HelpFor", "SomeoneElse").Fill("Input.Relation", "Son").SendAsync();
        page = await page.Is("/request/signing").Form().Fill("Input.Answer", why).Fill("Input.By", by).Fill("Input.SignerName", name)
            .Fill("Input.SignerEmail", email).SendAsync();
        Assert.Equal(field, Assert.Single(page.Errors).Field);
        Assert.Equal(name, page.Form()["Input.SignerName"]);
    }
}

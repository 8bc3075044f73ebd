using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.PrivacyReleases;
using Portal.Tests.Domain.Paper.Sealing;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>What the verification page reveals, and to whom.</summary>
public sealed class VerifyTests(SiteWorld site) : IClassFixture<SiteWorld>
{
    [Theory]
    [InlineData("en", "Sealed and unchanged", "This code belongs to a release that's in effect", "Social Security Administration")]
    [InlineData("es", "Sellado y sin cambios", "Este código es de una autorización vigente", "Administración del Seguro Social")]
    public async Task A_file_reveals_agency_and_date_but_a_code_alone_does_not(string language, string heading, string codeHeading, string agency)
    {
        using var reader = site.Browser();
        await reader.GetAsync("/language/" + language);
        var pdf = await site.Visitors["Constituent"].CopyAsync($"/release/{site.Mine.Signed}");
        var before = await site.PrintsAsync();
        var byFile = await SendAsync(reader, pdf);
        Assert.Equal(heading, byFile.Document.QuerySelector("#answer h2")!.TextContent);
        Assert.Contains(agency, byFile.Document.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);

        var code = (await ReleaseAsync(site.Mine.Release)).Signature!.VerificationCode;
        var byCode = await reader.GetAsync("/verify?code=" + code.ToLowerInvariant().Replace("-", "%20", StringComparison.Ordinal));
        Assert.Equal(codeHeading, byCode.Document.QuerySelector("#answer h2")!.TextContent);
        Assert.Equal("info", Look(byCode)); // a code can be copied onto any document, so it never shows the green of a checked file
        Assert.DoesNotContain(agency, byCode.Document.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        foreach (var page in (SitePage[])[byFile, byCode])
            foreach (var secret in (string[])["Garc", "Zenobia", site.Mine.Reference, "mine@example.org"])
                Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal);
        Assert.Equal(before, await site.PrintsAsync());
    }

    [Fact]
    public async Task A_withdrawn_release_is_reported_for_file_and_code_and_not_as_valid()
    {
        using var reader = site.Browser();
        var release = await ReleaseAsync(site.Theirs.Release);
        var pdf = await PdfAsync(release);
        Assert.Equal("success", Look(await SendAsync(reader, pdf)));
        await site.WithAsync<WithdrawRelease, Portal.Domain.Platform.Outcome>(o => o.ExecuteAsync(
            release.Id, Portal.Domain.Platform.Access.Actor.Constituent(release.CaseId), default));
        foreach (var page in (SitePage[])[await SendAsync(reader, pdf), await reader.GetAsync("/verify?code=" + release.Signature!.VerificationCode)])
        {
            Assert.Equal("warning", Look(page));
            Assert.Contains("withdrawn", page.Text, StringComparison.Ordinal);
        }

        pdf[pdf.Length / 2] ^= 1;
        Assert.Equal("error", Look(await SendAsync(reader, pdf)));
        Assert.Equal("error", Look(await reader.GetAsync("/verify?code=2222-2222-2222")));
        Assert.Equal("error", Look(await SendAsync(reader, "hello"u8.ToArray())));
        Assert.Equal("error", Look(await SendAsync(reader, Domain.Paper.Inspection.Sample.PlainPdf())));
    }

    [Fact]
    public async Task Without_a_file_nothing_is_looked_up()
    {
        using var reader = site.Browser();
        var page = await (await reader.GetAsync("/verify")).Form("Check the file").SendAsync();
        Assert.Equal("Upload", Assert.Single(page.Errors).Field);
        Assert.Null(page.Document.QuerySelector("#answer"));
    }

    private static async Task<SitePage> SendAsync(SiteBrowser reader, byte[] file) =>
        await (await reader.GetAsync("/verify")).Form().Attach("Upload", "copy.pdf", file).SendAsync();

    private static string Look(SitePage page) => page.Document.QuerySelector("#answer")!.ClassName!.Split("usa-alert--")[^1];

    private Task<PrivacyRelease> ReleaseAsync(Guid id) => site.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().SingleAsync(r => r.Id == id));

    private async Task<byte[]> PdfAsync(PrivacyRelease release)
    {
        var opened = (OpenRelease.Opened)await site.WithAsync<OpenRelease, Portal.Domain.Platform.Outcome>(o => o.ExecuteAsync(
            release.Id, Portal.Domain.Platform.Access.Actor.Constituent(release.CaseId), default));
        await using var content = opened.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}

/// <summary>Guessing codes is slowed down by allowing only POST and limiting each address.</summary>
public sealed class VerifyLimitTests(VerifyLimitTests.Strict site) : IClassFixture<VerifyLimitTests.Strict>
{
    [Fact]
    public async Task Verification_attempts_are_rate_limited()
    {
        using var reader = site.Browser();
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/verify?code=2222-2222-2222")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await reader.GetAsync("/verify?code=2222-2222-2223")).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/verify")).Status);
    }

    public sealed class Strict : SiteHost
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Portal:Limits:verify:Permits", "3"), new("Portal:Limits:verify:Seconds", "600")];
    }
}

/// <summary>A site configured with a time-stamping authority requests a timestamp for every seal.</summary>
public sealed class StampedSiteTests(StampedSiteTests.Stamped site) : IClassFixture<StampedSiteTests.Stamped>
{
    [Fact]
    public async Task The_timestamp_is_in_the_release_and_shown()
    {
        using var browser = site.Browser();
        await browser.AskForHelpAsync(new() { Email = "stamped@example.org" });
        var link = "/release/"
            + (await site.ReadAsync(db => db.Set<PrivacyRelease>().AsNoTracking().ToListAsync())).Single(r => r.SignerEmail == "stamped@example.org").LinkToken;
        (await browser.SignAsync(link, "Ana García")).Is(link + "/done");
        Assert.Equal(1, site.Authority.Asked);
        var page = await (await browser.GetAsync("/verify")).Form().Attach("Upload", "copy.pdf", await browser.CopyAsync(link)).SendAsync();
        Assert.Contains("UTC, by an independent authority", page.Document.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
    }

    public sealed class Stamped : SiteHost
    {
        internal LocalAuthority Authority { get; } = new();

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:TimestampAuthority", Authority.Address.ToString())];

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Authority.Dispose();
            GC.SuppressFinalize(this);
        }
    }
}

using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Hosting;

/// <summary>What machines look for at fixed addresses.</summary>
public sealed class WellKnownFilesTests(WellKnownFilesTests.Named named, WellKnownFilesTests.Unnamed unnamed, WellKnownFilesTests.StaffOnly staffOnly)
    : IClassFixture<WellKnownFilesTests.Named>, IClassFixture<WellKnownFilesTests.Unnamed>, IClassFixture<WellKnownFilesTests.StaffOnly>
{
    public sealed class Named : SiteHost
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Portal:SecurityTxt:Contact", "mailto:security@nunez.example.gov"), new("Portal:SecurityTxt:Expires", "2027-11-01"),
            new("Portal:SecurityTxt:Languages", "en"),
        ];
    }

    public sealed class Unnamed : SiteHost
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Portal:SecurityTxt:Contact", "https://nunez.example.gov/security"), new("Portal:SearchEngines", "false")];
    }

    public sealed class StaffOnly : SiteHost
    {
        protected override string Roles => "Office";
    }

    [Fact]
    public async Task Security_txt_names_the_contact_and_its_expiry() => Assert.Equal(
        "Contact: mailto:security@nunez.example.gov\nExpires: 2027-11-01T23:59:59Z\nPreferred-Languages: en\nCanonical: https://localhost/.well-known/security.txt\n",
        await TextAsync(named, "/.well-known/security.txt"));

    [Fact]
    public async Task Without_an_expiry_there_is_no_security_txt()
    {
        using var browser = unnamed.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/.well-known/security.txt")).Status);
    }

    [Fact]
    public async Task Search_engines_are_kept_away_from_every_personal_page()
    {
        var closed = (await TextAsync(named, "/robots.txt"))
            .Split('\n')
            .Where(l => l.StartsWith("Disallow: ", StringComparison.Ordinal))
            .Select(l => l[10..])
            .ToList();
        string[] open = ["/", "/index", "/request", "/status", "/verify", "/glossary", "/robots.txt", "/.well-known/security.txt", "/healthz", "/readyz", "/dev/forms"];
        var wrong = named.Routes()
            .Select(r => r.ToLowerInvariant())
            .Where(r => !r.StartsWith("/help/", StringComparison.Ordinal) && !r.Contains("{**", StringComparison.Ordinal) && !open.Contains(r))
            .Where(r => !closed.Any(c => r.StartsWith(c, StringComparison.Ordinal)));
        Assert.Empty(wrong);
        Assert.DoesNotContain(open, r => closed.Any(c => r.StartsWith(c, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_trial_or_staff_only_site_is_closed_to_search_engines()
    {
        Assert.Equal("User-agent: *\nDisallow: /\n", await TextAsync(unnamed, "/robots.txt"));
        Assert.Equal("User-agent: *\nDisallow: /\n", await TextAsync(staffOnly, "/robots.txt"));
    }

    private static async Task<string> TextAsync(SiteHost site, string path)
    {
        using var browser = site.Browser();
        var page = await browser.GetAsync(path);
        Assert.Equal("text/plain", page.Response.Content.Headers.ContentType?.MediaType);
        return System.Text.Encoding.UTF8.GetString(page.Bytes);
    }
}

using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.Tests.Support;

/// <summary>Staff who enrolled and signed in on the real pages.</summary>
public static class SiteStaff
{
    public const string Password = "copper lantern walks north";

    /// <summary>A signed-in staff browser and its actor.</summary>
    public static async Task<(SiteBrowser Browser, Actor Actor)> StaffAsync(this SiteHost site, StaffRole role, string? name = null)
    {
        var email = $"{name ?? role.ToString()}@nunez.example.gov".ToLowerInvariant();
        var added = (AddStaff.Added)await site.WithAsync<AddStaff, Outcome>(o => o.ExecuteAsync(
            new(email, name ?? role.ToString(), role), Actor.System("test"), default));
        var browser = site.Browser();
        var page = (await browser.GetAsync("/office/enroll/" + added.Token)).Form("Continue").Fill("Input.Password", Password).Fill("Input.Again", Password);
        var app = await page.SendAsync();
        var key = app.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        app = await app.Form("Finish").Fill("Input.Code", Totp.CodeAt(key, site.Clock.GetUtcNow().UtcDateTime)).SendAsync();
        Assert.Contains("recovery", app.Title, StringComparison.OrdinalIgnoreCase);
        return (browser, Actor.Staff(added.StaffId, name ?? role.ToString(), role));
    }
}

using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>Regaining access to an account, on the real pages.</summary>
public sealed class ResetTests(SiteHost site) : IClassFixture<SiteHost>
{
    private const string NewPassword = "silver harbor sings south";

    [Fact]
    public async Task A_new_password_by_link_still_requires_the_second_factor()
    {
        var (admin, _) = await site.StaffAsync(StaffRole.Administrator, "Olga");
        var added = await AddedAsync("ada");
        var key = await EnrollAsync(added);
        var page = await (await admin.GetAsync("/office/staff/" + added.StaffId)).PressAsync("Create a password reset link");
        var link = page.Document.QuerySelector("#reset-link")!.GetAttribute("value")!;
        Assert.Contains("/office/new-password/", link, StringComparison.Ordinal);

        using var ada = site.Browser();
        // A password reset link can't be used to enroll.
        Assert.Contains("has expired", (await ada.GetAsync("/office/enroll/" + link.Split('/')[^1])).Text, StringComparison.Ordinal);
        page = await ada.GetAsync(new Uri(link).PathAndQuery);
        var form = page.Form("Save new password").Fill("Input.Password", NewPassword).Fill("Input.Again", NewPassword);
        page = await form.Fill("Input.Code", "000000").SendAsync();
        Assert.Equal("Input_Code", Assert.Single(page.Errors).Field);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await page.Form("Save new password").Fill("Input.Password", NewPassword).Fill("Input.Again", NewPassword)
            .Fill("Input.Code", Totp.CodeAt(key, site.Clock.GetUtcNow().UtcDateTime)).SendAsync();
        Assert.Equal("/office/account", page.Path);
        using var late = site.Browser();
        Assert.Contains("has expired", (await late.GetAsync(new Uri(link).PathAndQuery)).Text, StringComparison.Ordinal);

        // The authenticator app set up at enrollment still counts.
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = site.Browser();
        page = await (await again.GetAsync("/office/sign-in"))
            .Form("Continue")
            .Fill("Input.Email", "ada@nunez.example.gov")
            .Fill("Input.Password", NewPassword)
            .SendAsync();
        page = await page.Is("/office/sign-in/code").Form("Sign in").Fill("Input.Code", Totp.CodeAt(key, site.Clock.GetUtcNow().UtcDateTime)).SendAsync();
        Assert.StartsWith("/office", page.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-in", page.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_verifying_the_person_an_administrator_resets_a_lost_phone_with_a_link_valid_for_an_hour()
    {
        var (admin, _) = await site.StaffAsync(StaffRole.Administrator, "Otto");
        var added = await AddedAsync("bea");
        await EnrollAsync(added);
        var page = await (await admin.GetAsync("/office/staff/" + added.StaffId)).PressAsync("Reset everything");
        Assert.Equal("Sure", Assert.Single(page.Errors).Field);
        page = await page.Form("Reset everything").Fill("Sure", "true").SendAsync();
        var link = new Uri(page.Document.QuerySelector("#reset-link")!.GetAttribute("value")!).PathAndQuery;
        using var bea = site.Browser();
        Assert.Contains("This replaces all the ways you signed in before.", (await bea.GetAsync(link)).Text, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Contains("has expired", (await bea.GetAsync(link)).Text, StringComparison.Ordinal);
    }

    private async Task<AddStaff.Added> AddedAsync(string name) => (AddStaff.Added)await site.WithAsync<AddStaff, Outcome>(
        o => o.ExecuteAsync(new($"{name}@nunez.example.gov", name, StaffRole.Caseworker), Actor.System("test"), default));

    private async Task<string> EnrollAsync(AddStaff.Added added)
    {
        using var browser = site.Browser();
        var page = await (await browser.GetAsync("/office/enroll/" + added.Token))
            .Form("Continue")
            .Fill("Input.Password", SiteStaff.Password)
            .Fill("Input.Again", SiteStaff.Password)
            .SendAsync();
        var key = page.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await page.Form("Finish").Fill("Input.Code", Totp.CodeAt(key, site.Clock.GetUtcNow().UtcDateTime)).SendAsync();
        return key;
    }
}

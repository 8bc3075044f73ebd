using System.Net;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Security;

/// <summary>Nobody can lock a colleague out, and nobody can guess without end.</summary>
public sealed class LockoutTests(LockoutTests.Site site) : IClassFixture<LockoutTests.Site>
{
    private const string Wrong = "not the password at all";

    [Fact]
    public async Task A_stranger_s_wrong_passwords_do_not_stop_the_person_elsewhere()
    {
        var (email, key) = await EnrollAsync("ana");
        using var stranger = site.From("203.0.113.5");
        await GuessAsync(stranger, email, SignInTries.Most + 3);
        await IsRefusedAsync(stranger, email, SiteStaff.Password);
        using var home = site.From("198.51.100.7");
        await SignInAsync(home, email, key);
    }

    [Fact]
    public async Task At_the_same_address_a_browser_that_signed_in_before_is_not_stopped()
    {
        var (email, key) = await EnrollAsync("bea");
        using var known = site.From("203.0.113.6");
        await SignInAsync(known, email, key);
        known.Cookies.GetAllCookies().Single(c => c.Name == "__Host-staff").Expired = true;
        using var neighbor = site.From("203.0.113.6");
        await GuessAsync(neighbor, email, SignInTries.Most);
        await IsRefusedAsync(neighbor, email, SiteStaff.Password);
        await SignInAsync(known, email, key);
    }

    [Fact]
    public async Task A_known_browser_has_only_five_tries_too_and_more_after_the_wait()
    {
        var (email, key) = await EnrollAsync("cy");
        using var known = site.From("203.0.113.7");
        await SignInAsync(known, email, key);
        known.Cookies.GetAllCookies().Single(c => c.Name == "__Host-staff").Expired = true;
        await GuessAsync(known, email, SignInTries.Most);
        await IsRefusedAsync(known, email, SiteStaff.Password);
        site.Clock.Advance(SignInTries.Pause + TimeSpan.FromSeconds(1));
        await SignInAsync(known, email, key);
    }

    [Fact]
    public async Task Guessing_from_many_addresses_ends_for_strangers_and_not_for_known_browsers()
    {
        var (email, key) = await EnrollAsync("di");
        using var known = site.From("203.0.113.8");
        await SignInAsync(known, email, key);
        known.Cookies.GetAllCookies().Single(c => c.Name == "__Host-staff").Expired = true;
        var id = (await site.ReadAsync(db => Task.FromResult(db.Set<StaffMember>().Single(s => s.Email == email)))).Id;
        await site.ReadAsync(async db =>
        {
            db.Add(new SignInTry
            {
                StaffId = id,
                Place = await site.WithAsync<Portal.Domain.Platform.Protection.BlindIndex, string>(
                    i => Task.FromResult(i.Of("sign-in/place", "password/strangers"))),
                Count = SignInTries.MostFromStrangers,
                ForgottenAt = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(10),
            });
            return await db.SaveChangesAsync();
        });
        using var stranger = site.From("192.0.2.99");
        await IsRefusedAsync(stranger, email, SiteStaff.Password);
        await SignInAsync(known, email, key);
    }

    [Fact]
    public async Task Codes_guessed_from_many_addresses_share_five_tries()
    {
        var (email, _) = await EnrollAsync("eve");
        for (var i = 0; i < SignInTries.Most; i++)
        {
            using var browser = site.From($"192.0.2.{i}");
            await WithCodeAsync(browser, email, "000000");
        }

        using var last = site.From("192.0.2.200");
        var page = await WithCodeAsync(last, email, "000000");
        Assert.NotEmpty(page.Errors);
        Assert.Equal(1, await site.ReadAsync(db => Task.FromResult(db.Set<SignInTry>()
            .Count(t => t.StaffId == db.Set<Portal.Domain.Staff.StaffMember>().Single(s => s.Email == email).Id && t.Count == SignInTries.Most))));
    }

    [Fact]
    public async Task Fifty_guesses_at_once_count_as_fifty()
    {
        var (email, _) = await EnrollAsync("fay");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var browser = site.From("203.0.113.50");
            await GuessAsync(browser, email, 1);
        }));
        using var same = site.From("203.0.113.50");
        await IsRefusedAsync(same, email, SiteStaff.Password);
    }

    [Fact]
    public async Task A_reset_link_is_the_way_back_when_others_used_up_every_try()
    {
        var (email, key) = await EnrollAsync("gil");
        using var here = site.From("203.0.113.60");
        await GuessAsync(here, email, SignInTries.Most);
        for (var i = 0; i < SignInTries.Most; i++)
        {
            using var thief = site.From($"198.51.100.{100 + i}");
            await WithCodeAsync(thief, email, "000000");
        }

        var id = (await site.ReadAsync(db => Task.FromResult(db.Set<StaffMember>().Single(s => s.Email == email)))).Id;
        var made = (ResetSignIn.Made)await site.WithAsync<ResetSignIn, Outcome>(
            o => o.ExecuteAsync(new(id, false) { SureWhoAsks = true }, Actor.System("test"), default));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await (await here.GetAsync("/office/new-password/" + made.Token)).Form("Save new password")
            .Fill("Input.Password", "silver harbor sings south").Fill("Input.Again", "silver harbor sings south")
            .Fill("Input.Code", Totp.CodeAt(key, site.Clock.GetUtcNow().UtcDateTime)).SendAsync();
        Assert.Equal("/office/account", page.Path);
    }

    [Theory]
    [InlineData("203.0.113.5", "203.0.113.5")]
    [InlineData("::ffff:203.0.113.5", "203.0.113.5")]
    [InlineData("2001:db8:1:2:3::4", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::9", "20010DB800010002")]
    [InlineData(null, "unknown")]
    public void One_subscriber_is_one_client(string? address, string client) =>
        Assert.Equal(client, ClientAddress.From(address is null ? null : IPAddress.Parse(address)));

    private async Task<(string Email, string Key)> EnrollAsync(string name)
    {
        var email = name + "@nunez.example.gov";
        var added = (AddStaff.Added)await site.WithAsync<AddStaff, Outcome>(
            o => o.ExecuteAsync(new(email, name, StaffRole.Caseworker), Actor.System("test"), default));
        using var browser = site.From("198.51.100.1");
        var page = await (await browser.GetAsync("/office/enroll/" + added.Token)).Form("Continue")
            .Fill("Input.Password", SiteStaff.Password).Fill("Input.Again", SiteStaff.Password).SendAsync();
        var key = page.Document.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await page.Form("Finish").Fill("Input.Code", Totp.CodeAt(key, site.Clock.GetUtcNow().UtcDateTime)).SendAsync();
        return (email, key);
    }

    private static async Task<SitePage> PasswordAsync(SiteBrowser browser, string email, string password) =>
        await (await browser.GetAsync("/office/sign-in")).Form("Continue").Fill("Input.Email", email).Fill("Input.Password", password).SendAsync();

    private static async Task GuessAsync(SiteBrowser browser, string email, int times)
    {
        for (var i = 0; i < times; i++)
            await IsRefusedAsync(browser, email, Wrong);
    }

    private static async Task IsRefusedAsync(SiteBrowser browser, string email, string password)
    {
        var page = await PasswordAsync(browser, email, password);
        Assert.Equal("/office/sign-in", page.Path);
        Assert.Contains("isn't right", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
    }

    private static async Task<SitePage> WithCodeAsync(SiteBrowser browser, string email, string code) =>
        await (await PasswordAsync(browser, email, SiteStaff.Password)).Is("/office/sign-in/code").Form("Sign in").Fill("Input.Code", code).SendAsync();

    private async Task SignInAsync(SiteBrowser browser, string email, string key)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await WithCodeAsync(browser, email, Totp.CodeAt(key, site.Clock.GetUtcNow().UtcDateTime));
        Assert.DoesNotContain("sign-in", page.Path, StringComparison.Ordinal);
    }

    public sealed class Site : SiteHost
    {
        public SiteBrowser From(string address) =>
            new(Address, Server.CreateHandler(context => context.Connection.RemoteIpAddress = IPAddress.Parse(address)));
    }
}

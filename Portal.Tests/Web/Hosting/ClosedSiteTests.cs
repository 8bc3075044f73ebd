using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Hosting;

/// <summary>Without an office or working email, the public site says that the office is being set up, and takes nothing.</summary>
public sealed class ClosedSiteTests
{
    private const string Says = "We're still setting up this site";

    [Theory]
    [InlineData("No host", "MissingSetting")]
    [InlineData("Bad port", "BadSetting")]
    [InlineData("Plain to a remote server", "PlainNotAllowed")]
    [InlineData("User without a password", "MissingSetting")]
    [InlineData("Password without a user", "MissingSetting")]
    [InlineData("No real sender", "")]
    public async Task A_site_that_cannot_mail_takes_no_request(string why, string problem)
    {
        await using var site = await StartAsync(why switch
        {
            "No host" => new("", 587, MailSecurity.StartTls),
            "Bad port" => new("mail.example.gov", 0, MailSecurity.StartTls),
            "Plain to a remote server" => new("mail.example.gov", 25, MailSecurity.None),
            "User without a password" => new("mail.example.gov", 587, MailSecurity.StartTls) { UserName = "portal" },
            "Password without a user" => new("mail.example.gov", 587, MailSecurity.StartTls) { Password = "secret" },
            _ => new MailServerSettings("mail.example.gov", 587, MailSecurity.StartTls),
        }, why == "No real sender" ? "casework@localhost" : "casework@nunez.example.gov");
        Assert.Equal(problem, site.Setup.Problem?.Kind.ToString() ?? "");
        await IsClosedAsync(site);
    }

    [Fact]
    public async Task A_site_without_an_office_takes_no_request()
    {
        await using var site = new Site(null);
        await IsClosedAsync(site);
    }

    [Fact]
    public async Task A_site_with_an_office_and_an_email_server_is_open()
    {
        await using var site = await StartAsync(new("mail.example.gov", 587, MailSecurity.StartTls));
        using var browser = site.Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/request")).Status);
        Assert.DoesNotContain("setup:", (await browser.GetAsync("/readyz")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_took_an_email_closes_the_site_after_a_while_and_the_first_email_opens_it()
    {
        await using var site = await StartAsync(new("mail.example.gov", 587, MailSecurity.StartTls));
        using var browser = site.Browser();
        var id = Guid.CreateVersion7();
        await site.ReadAsync(async db =>
        {
            db.Add(new OutgoingMail
            {
                Id = id,
                Kind = "X",
                Key = "x",
                Recipient = "a@example.org",
                RecipientIndex = "",
                Language = "en",
                Payload = "{}",
                QueuedAt = site.Clock.GetUtcNow().UtcDateTime,
                LastError = "Unreachable: mail.example.gov",
            });
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/request")).Status);
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/request")).Status);
        await site.ReadAsync(db => db.Set<OutgoingMail>().ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, DateTime.UnixEpoch)));
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/request")).Status);
    }

    [Fact]
    public async Task The_page_speaks_the_reader_s_language()
    {
        await using var site = new Site(null);
        using var browser = site.Browser();
        await browser.GetAsync("/language/es");
        Assert.Contains("Todavía estamos preparando este sitio", (await browser.GetAsync("/request")).Text, StringComparison.Ordinal);
    }

    private static async Task IsClosedAsync(Site site)
    {
        using var browser = site.Browser();
        foreach (var path in (string[])["/", "/request", "/request/story", "/request/check", "/status", "/verify", "/release/x", "/help/privacy"])
        {
            var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains(Says, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("555-0100", page.Text.Replace("(212) 555-0100", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        using var form = new FormUrlEncodedContent([new("Input.Story", "Help me")]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.PostAsync("/request/story", form)).Status);
        Assert.Equal(0, await site.ReadAsync(db => db.Set<HelpRequest>().CountAsync()));
        var ready = await browser.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Contains("setup:", ready.Text, StringComparison.Ordinal);
        // Staff can still come in and finish setting up.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/office/sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/healthz")).Status);
    }

    private static async Task<Site> StartAsync(MailServerSettings mail, string from = "casework@nunez.example.gov")
    {
        var site = new Site(mail, from);
        await site.InitializeAsync();
        return site;
    }

    private sealed class Site(MailServerSettings? mail, string from = "casework@nunez.example.gov") : SiteHost
    {
        public MailSetup Setup => MailServer.Setup;

        protected override IMailServer MailServer => mail is null ? base.MailServer : new SmtpMailServer(mail);

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:Mail:From", from)];
    }
}

using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Office;

/// <summary>The email settings as an administrator sees them, and the test email.</summary>
public sealed class SettingsPageTests(SettingsPageTests.Site site) : IClassFixture<SettingsPageTests.Site>
{
    [Fact]
    public async Task Settings_are_shown_in_plain_words_and_a_test_reports_failures_in_the_readers_language()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator);
        var page = (await browser.GetAsync("/office/settings")).Is("/office/settings");
        Assert.Contains("localhost:1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Required (STARTTLS)", page.Text, StringComparison.Ordinal);
        Assert.Contains("As portal, with a password", page.Text, StringComparison.Ordinal);
        Assert.Contains("casework@nunez.example.gov", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", page.Html, StringComparison.Ordinal);

        page = await page.Form("Send a test email").Fill("Email address", "nonsense").SendAsync();
        Assert.Equal([("Input_Email", "Enter an email address, such as name@example.gov.")], page.Errors);
        page = await page.Form("Send a test email").Fill("Email address", "olga@example.gov").SendAsync();
        Assert.Equal([("", "localhost:1 refused the connection. Check the setting Portal:Mail:Port and the firewall.")], page.Errors);
        await browser.GetAsync("/language/es");
        page = await (await browser.GetAsync("/office/settings"))
            .Form("Enviar correo electrónico de prueba")
            .Fill("Input.Email", "olga@example.gov")
            .SendAsync();
        Assert.Equal([("", "localhost:1 rechazó la conexión. Revise el valor Portal:Mail:Port y el cortafuegos.")], page.Errors);
    }

    /// <summary>A site whose mail server doesn't answer.</summary>
    public sealed class Site : SiteHost
    {
        protected override IMailServer MailServer =>
            new SmtpMailServer(new("localhost", 1, MailSecurity.StartTls) { UserName = "portal", Password = "geheim" });

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:Mail:From", "casework@nunez.example.gov")];
    }
}

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

    [Fact]
    public async Task An_administrator_changes_the_office_and_what_it_promises_and_the_page_says_who_did_it()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Ursula");
        var page = await browser.GetAsync("/office/settings");
        Assert.Equal("30", page.Form("Save updates and releases")["Practice.UpdateDays"]);

        // An error stands at its field, and the other forms still work.
        page = await page.Form("Save updates and releases").Fill("Practice.UpdateDays", "0").Fill("Practice.CloseDays", "45").SendAsync();
        Assert.Equal([("Practice_UpdateDays", "Enter a whole number from 1 to 365.")], page.Errors);
        Assert.Equal("45", page.Form("Save updates and releases")["Practice.CloseDays"]);
        page = await page.Form("Save office").Fill("Office.Phone", "12").SendAsync();
        Assert.Equal("Office_Phone", Assert.Single(page.Errors).Field);
        page = await page.Form("Save office").Fill("Office.Phone", "212-555-0123").Fill("Office.Website", "").SendAsync();
        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        Assert.Equal(("(212) 555-0123", ""), (page.Form("Save office")["Office.Phone"], page.Form("Save office")["Office.Website"]));

        page = await page.Form("Save updates and releases").Fill("Practice.UpdateDays", "21").SendAsync();
        Assert.Contains("Saved.", page.Text, StringComparison.Ordinal);
        var changes = page.Document.QuerySelector("section[aria-labelledby=changes] tbody tr")!.TextContent;
        Assert.Contains("Ursula", changes, StringComparison.Ordinal);
        Assert.Contains("30", changes, StringComparison.Ordinal);
        Assert.Contains("21", changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_administrators_at_once_dont_overwrite_each_other()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Vera");
        var (first, second) = (await browser.GetAsync("/office/settings"), await browser.GetAsync("/office/settings"));
        await first.Form("Save updates and releases").Fill("Practice.ReleaseMonths", "24").SendAsync();
        var page = await second.Form("Save updates and releases").Fill("Practice.ReleaseMonths", "6").SendAsync();
        Assert.Contains("Someone else changed the office settings", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        Assert.Equal("24", (await browser.GetAsync("/office/settings")).Form("Save updates and releases")["Practice.ReleaseMonths"]);
    }

    [Fact]
    public async Task Settings_of_the_server_are_explained_with_their_source_and_without_secrets()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Wilma");
        var page = await browser.GetAsync("/office/settings");
        Assert.Contains("Portal:Mail:From", page.Text, StringComparison.Ordinal);
        Assert.Contains("Passwords and keys are never shown.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Host=", page.Html, StringComparison.Ordinal);
    }

    /// <summary>A site whose mail server doesn't answer.</summary>
    public sealed class Site : SiteHost
    {
        protected override IMailServer MailServer =>
            new SmtpMailServer(new("localhost", 1, MailSecurity.StartTls) { UserName = "portal", Password = "geheim" });

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Portal:Mail:From", "casework@nunez.example.gov")];
    }
}

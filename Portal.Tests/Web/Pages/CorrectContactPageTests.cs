using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>Correcting contact data, by the person and by staff, on the pages.</summary>
public sealed class CorrectContactPageTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_person_moves_to_another_address_and_another_email()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Email = "moves@example.org" })).Reference();
        Assert.Contains("Change how we reach you", (await browser.GetAsync("/status/case")).Text, StringComparison.Ordinal);
        var page = await browser.GetAsync("/status/contact");
        var form = page.Is("/status/contact").Form("Save");
        Assert.Equal(("Ana", "moves@example.org", "500 Broadway"), (form["Contact.FirstName"], form["Contact.Email"], form["Contact.Line1"]));
        page = await form.Fill("Contact.Email", "ana@").Fill("Contact.Zip", "").Fill("Contact.LastName", "").SendAsync();
        Assert.Equal(["Contact_LastName", "Contact_Email", "Contact_Line1"], page.Errors.Select(e => e.Field));
        page = await page.Form("Save").Fill("Contact.Email", "moved@example.org").Fill("Contact.Zip", SiteHost.Zip).Fill("Contact.LastName", "Gómez").SendAsync();
        Assert.Contains("Look for an email with a code at each address", page.Text, StringComparison.Ordinal);
        page = await page.LanguageForm().Fill("OldCode", "123").SendAsync();
        Assert.Equal("123", page.Form("Cambiar mi correo electrónico")["OldCode"]);
        page = await page.LanguageForm().SendAsync();
        page = await page.Form("Change my email address").Fill("OldCode", "000000").Fill("NewCode", "111111").SendAsync();
        Assert.Contains("didn't work", Assert.Single(page.Errors).Sentence, StringComparison.Ordinal);
        page = await page.Form("Change my email address").Fill("OldCode", await site.CodeForAsync("moves@example.org"))
            .Fill("NewCode", await site.CodeForAsync("moved@example.org")).SendAsync();
        Assert.Contains("Saved", page.Is("/status/case").Text, StringComparison.Ordinal);

        using var again = site.Browser();
        await again.OpenStatusAsync(site, reference, "moved@example.org");
        Assert.Equal("Gómez", (await again.GetAsync("/status/contact")).Form("Save")["Contact.LastName"]);
    }

    [Fact]
    public async Task A_session_opened_with_the_old_address_ends()
    {
        using var browser = site.Browser();
        using var elsewhere = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Email = "first@example.org" })).Reference();
        await elsewhere.OpenStatusAsync(site, reference, "first@example.org");
        var (maria, _) = await site.StaffAsync(StaffRole.Caseworker);
        var page = (await maria.GetAsync($"/office/cases/{reference}/contact")).Is($"/office/cases/{reference}/contact");
        page = await page.Form("Save").Fill("Contact.Email", "second@example.org").SendAsync();
        Assert.Equal(["Reason", "Checked"], page.Errors.Select(e => e.Field));
        page = await page.Form("Save").Fill("Reason", "Mistyped").Fill("Checked", "CalledBack").Fill("Words", "Called back at 303-555-0100.").SendAsync();
        Assert.Contains("Contact information corrected.", page.Is($"/office/cases/{reference}").Text, StringComparison.Ordinal);
        Assert.Contains("Staff corrected: email. Reason: It was mistyped.", page.Text, StringComparison.Ordinal);
        Assert.Contains("second@example.org", page.Text, StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromSeconds(11)); // sessions are remembered for ten seconds
        Assert.Equal("/status", (await elsewhere.GetAsync("/status/case")).Path.Split('?')[0]);
    }

    [Fact]
    public async Task Only_who_works_cases_corrects_them()
    {
        using var browser = site.Browser();
        var reference = (await browser.AskForHelpAsync(new() { Email = "kept@example.org" })).Reference();
        foreach (var role in (StaffRole[])[StaffRole.ReadOnly, StaffRole.Intern])
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await site.StaffAsync(role)).Browser.GetAsync($"/office/cases/{reference}/contact")).Status);
        using var stranger = site.Browser();
        Assert.Equal("/status", (await stranger.GetAsync("/status/contact")).Path.Split('?')[0]);
    }
}

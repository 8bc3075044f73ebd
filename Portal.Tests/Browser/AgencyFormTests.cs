using System.Text.RegularExpressions;
using Portal.BackOffice.Security;
using Portal.Tests.Domain.Paper.Forms;
using Portal.Tests.Support;
using Portal.Web.Commands;

namespace Portal.Tests.Browser;

/// <summary>The pages for an agency's own form in a real browser: accessible in both languages, on a phone and by keyboard.</summary>
public sealed class AgencyFormTests(RunningPortal portal)
{
    [Theory]
    [InlineData("en", 1280, "HUD")]
    [InlineData("es", 320, "SBA")]
    public async Task A_form_is_uploaded_mapped_and_published(string language, int width, string agency)
    {
        await using var sam = await Visitor.ComeAsync(portal, language, width);
        await EnrollAsync(sam, $"lead-{agency}@demo.example".ToLowerInvariant());
        await sam.GoAsync($"/office/agencies/{agency}/form");
        await sam.PressAsync("main form[enctype] button");
        await sam.ErrorsAsync();
        await sam.TypeAsync("Input.Title", "Consent, AB-1");
        await sam.TypeAsync("Input.Source", "https://www.example.gov/forms");
        await sam.Page.Locator("input[name=Upload]").SetInputFilesAsync(
            new Microsoft.Playwright.FilePayload { Name = "form.pdf", MimeType = "application/pdf", Buffer = FormSamples.Nested });
        await sam.PressAsync("main form[enctype] button");
        Assert.EndsWith($"/office/agencies/{agency}/form/1", sam.Page.Url);
        await sam.GoAsync($"/office/agencies/{agency}/form/1/fields");
        Assert.Equal(width > 1000, await sam.Page.Locator(".form-sheet").BoundingBoxAsync() is { Width: < 700 and > 500 });
        // The fixed text field is shown only after that source is chosen.
        Assert.False(await sam.Page.Locator("[name='Inputs[4].Fixed']").IsVisibleAsync());
        await sam.Page.Locator("[name='Inputs[4].Source']").SelectOptionAsync("Fixed");
        Assert.True(await sam.Page.Locator("[name='Inputs[4].Fixed']").IsVisibleAsync());
        await sam.PressAsync(".form-fields .actions button");
        await sam.ErrorsAsync();
        await sam.TypeAsync("Inputs[4].Fixed", "All of my records");
        await sam.PressAsync(".form-fields .actions button");
        await sam.PressAsync(".form-fields .actions button");
        await sam.GoAsync($"/office/agencies/{agency}/form/1/preview");
        await sam.GoAsync($"/office/agencies/{agency}/form/1");
        await sam.PressAsync("form[action$='handler=Publish'] button");
        Assert.EndsWith("/form/1", sam.Page.Url);
        await sam.GoAsync($"/office/agencies/{agency}/form/1/fields?sheet=2");
        Assert.Equal("", string.Join('\n', sam.Complaints));
    }

    /// <summary>Adds a casework manager on the command line and enrolls them with a password and authenticator app.</summary>
    private async Task EnrollAsync(Visitor visitor, string email)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        await CommandLine.RunAsync(
            [
                "staff", "add", email, "--role", "CaseworkManager", "--name", "Lead", $"--Portal:DataDirectory={portal.Folder}",
                $"--Portal:PublicUrl={portal.Address}"
            ],
            output,
            error);
        var link = Regex.Match(output.ToString(), @"/office/enroll/\S+").Value;
        Assert.True(link.Length > 0, $"{output} {error}");
        await visitor.Page.GotoAsync(link);
        await visitor.TypeAsync("Input.Password", SiteStaff.Password);
        await visitor.TypeAsync("Input.Again", SiteStaff.Password);
        await visitor.Page.Locator("form:has([name='Input.Password']) button").ClickAsync();
        var key = (await visitor.Page.Locator("code.key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await visitor.TypeAsync("Input.Code", Totp.CodeAt(key, TimeProvider.System.GetUtcNow().UtcDateTime));
        await visitor.Page.Locator("form:has([name='Input.Code']) button").ClickAsync();
        await visitor.Page.Locator(".codes").WaitForAsync();
    }
}

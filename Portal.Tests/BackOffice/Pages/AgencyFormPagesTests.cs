using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Domain.Paper.Forms;
using Portal.Tests.Support;

namespace Portal.Tests.BackOffice.Pages;

/// <summary>An administrator takes an agency's form from upload to use, on the real pages and without JavaScript.</summary>
public sealed class AgencyFormPagesTests(SiteHost site) : IClassFixture<SiteHost>
{
    [Fact]
    public async Task A_form_is_uploaded_mapped_and_published()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.CaseworkManager, "Lena");
        var page = await browser.GetAsync("/office/agencies/VA");
        Assert.Contains("/office/agencies/VA/form", page.Html, StringComparison.Ordinal);
        page = await browser.GetAsync("/office/agencies/va/form");
        Assert.Contains("No form for this agency yet", page.Text, StringComparison.Ordinal);

        // No file chosen, then an unusable form: each error is shown at its field.
        page = await page.PressAsync("Upload");
        Assert.Equal(["Upload", "Input_Title", "Input_Source"], page.Errors.Select(e => e.Field));
        page = await Filled(page).Attach("Upload", "form.pdf", FormSamples.Small(inForm: "/XFA [(template) 3 0 R]", inCatalog: "/NeedsRendering true")).SendAsync();
        Assert.Equal("Upload", Assert.Single(page.Errors).Field);
        Assert.StartsWith("This is an XFA form", page.Errors[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("Consent, VA-1", page.Form("Upload")["Input.Title"]);

        page = (await Filled(page).Attach("Upload", "form.pdf", FormSamples.Nested).SendAsync()).Is("/office/agencies/VA/form/1");
        Assert.Contains("Unverified", page.Text, StringComparison.Ordinal);
        Assert.Contains("Required fields not set yet: 1.", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("Publish the form");
        Assert.Contains(page.Errors, e => e.Sentence.StartsWith("None of this form's fields are set up yet", StringComparison.Ordinal));

        // The form's page with numbered fields; a suggestion takes effect only when saved.
        page = (await browser.GetAsync("/office/agencies/VA/form/1/fields")).Is("/office/agencies/VA/form/1/fields");
        Assert.DoesNotContain(" style=", page.Html, StringComparison.Ordinal);
        Assert.Contains("AUTHORIZATION", page.Document.QuerySelector("svg")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, page.Document.QuerySelectorAll(".form-fields tbody tr").Length);
        Assert.Contains("3b", page.Document.QuerySelector("svg")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("LegalName", page.Form("Save")["Inputs[0].Source"]);
        Assert.Equal("Identifier.Ssn.plain", page.Form("Save")["Inputs[1].Source"]);
        Assert.Contains("Suggested from the field's label", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await FormAsync(1)).Map.Filled);

        // A wrong choice is reported at its field, and everything else stays as typed.
        page = await page.Form("Save").Fill("Inputs[4].Source", "Fixed").Fill("Inputs[3].Source", "Listed:PR").SendAsync();
        Assert.Equal(("Inputs_4__Fixed", "Enter the fixed text for field 5."), Assert.Single(page.Errors));
        Assert.Equal("Listed:PR", page.Form("Save")["Inputs[3].Source"]);
        page = (await page.Form("Save").Fill("Inputs[4].Fixed", "All of my records").Fill("Inputs[2].Ticks[1]", "Always").SendAsync())
            .Is("/office/agencies/VA/form/1/fields?sheet=2");
        Assert.Contains("Field setup saved.", page.Text, StringComparison.Ordinal);
        page = (await page.Form("Save").Fill("Inputs[0].Source", "Keep").SendAsync()).Is("/office/agencies/VA/form/1");

        // The preview uses sample data or the reader's own, and downloads as a file no browser runs.
        var preview = await (await browser.GetAsync("/office/agencies/VA/form/1/preview"))
            .Form("Create PDF")
            .Fill("Input.LegalName", "Łukasz Nguyễn")
            .SendAsync();
        Assert.Equal(
            ("application/pdf", "sandbox", "no-store"),
            (preview.Response.Content.Headers.ContentType!.MediaType,
                preview.Response.Headers.GetValues("Content-Security-Policy").Single(),
                preview.Response.Headers.CacheControl!.ToString()));
        Assert.Equal("attachment", preview.Response.Content.Headers.ContentDisposition!.DispositionType);
        var words = PdfTools.Words(preview.Bytes);
        Assert.Contains("Łukasz Nguyễn", words, StringComparison.Ordinal);
        Assert.Contains("Puerto Rico", words, StringComparison.Ordinal);
        Assert.Contains("All of my records", words, StringComparison.Ordinal);

        page = (await page.PressAsync("Publish the form")).Is("/office/agencies/VA/form/1");
        Assert.Equal(AgencyFormState.Published, (await FormAsync(1)).State);
        Assert.Empty((await browser.GetAsync("/office/agencies/VA/form/1/fields")).Document.QuerySelectorAll(".form-fields select"));
        var blank = await page.PressAsync("Download the blank form");
        Assert.Equal(FormSamples.Nested, blank.Bytes);

        // A new version inherits the mapping; then each version can be removed.
        page = (await page.PressAsync("Create a new version")).Is("/office/agencies/VA/form/2");
        Assert.Equal((await FormAsync(1)).Map.Filled, (await FormAsync(2)).Map.Filled);
        (await page.PressAsync("Delete draft")).Is("/office/agencies/VA/form");
        page = await browser.GetAsync("/office/agencies/VA/form/1");
        page = await page.Form("Save").Fill("Input.VerifiedOn.Month", "13").Fill("Input.VerifiedOn.Day", "1").Fill("Input.VerifiedOn.Year", "2026").SendAsync();
        Assert.Equal("Input_VerifiedOn", Assert.Single(page.Errors).Field);
        page = (await page.Form("Save").Fill("Input.VerifiedOn.Month", "11").SendAsync()).Is("/office/agencies/VA/form/1");
        Assert.Equal(new DateOnly(2026, 11, 1), (await FormAsync(1)).VerifiedOn);
        (await page.PressAsync("Take out of use")).Is("/office/agencies/VA/form/1");
        Assert.Equal(AgencyFormState.Superseded, (await FormAsync(1)).State);
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_keeps_what_was_typed()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Olga");
        await Filled(await browser.GetAsync("/office/agencies/IRS/form"), "Form 8821").Attach("Upload", "form.pdf", FormSamples.Small()).SendAsync();
        var first = (await browser.GetAsync("/office/agencies/IRS/form/1/fields")).Form("Save");
        await (await browser.GetAsync("/office/agencies/IRS/form/1/fields")).Form("Save").Fill("Inputs[1].Source", "BornOn.iso").SendAsync();
        var page = await first.Fill("Inputs[1].Source", "BornOn.long").SendAsync();
        Assert.Contains(page.Errors, e => e.Sentence.StartsWith("Someone else changed this while you were working", StringComparison.Ordinal));
        Assert.Equal("BornOn.long", page.Form("Save")["Inputs[1].Source"]);
    }

    [Fact]
    public async Task Markup_in_an_uploaded_form_is_shown_as_text()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Pia");
        var hostile = FormSamples.Small(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (<script>alert\\(1\\)</script>) /TU (\"><img src=x onerror=alert\\(1\\)>) /Rect [1 1 90 20] >>");
        var text = Encoding.Latin1.GetString(hostile).Replace("(Consent to share records)", "(</svg><script>x1 xxxxxxx)", StringComparison.Ordinal);
        await Filled(await browser.GetAsync("/office/agencies/CMS/form"), "<b>Title</b>")
            .Attach("Upload", "form.pdf", Encoding.Latin1.GetBytes(text))
            .SendAsync();
        var page = (await browser.GetAsync("/office/agencies/CMS/form/1/fields")).Is("/office/agencies/CMS/form/1/fields", HttpStatusCode.OK);
        Assert.Contains("</svg><script>x1", page.Document.QuerySelector("svg")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main script, main img, main b"));
        foreach (var address in (string[])["/office/agencies/CMS/form", "/office/agencies/CMS/form/1", "/office/agencies/CMS/form/1/preview"])
            Assert.Empty((await browser.GetAsync(address)).Document.QuerySelectorAll("main script, main img, main b"));
    }

    [Fact]
    public async Task Unknown_forms_and_editions_are_not_found()
    {
        var (browser, _) = await site.StaffAsync(StaffRole.Administrator, "Rita");
        foreach (var address in (string[])
            [
                "/office/agencies/NIX/form", "/office/agencies/DOL/form/7", "/office/agencies/DOL/form/7/fields",
                "/office/agencies/DOL/form/7/preview"
            ])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    private static SiteForm Filled(SitePage page, string title = "Consent, VA-1") =>
        page.Form("Upload").Fill("Input.Title", title).Fill("Input.Source", "https://www.va.gov/forms");

    private Task<AgencyForm> FormAsync(int edition) =>
        site.ReadAsync(db => db.Set<AgencyForm>().AsNoTracking().SingleAsync(f => f.AgencyCode == "VA" && f.Edition == edition));
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>The versions of an agency's own form, and the upload of a new one.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class IndexModel(AgencyDirectory agencies, AgencyFormLibrary forms, UploadAgencyForm upload, StaffActor staff, Translator text) : PageModel
{
    // Leaves room above the limit so that the page, not the server, explains that a form is too large.
    private const long MostBytes = 25 * 1024 * 1024;

    /// <summary>The blank form.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Title, number, and source of the form.</summary>
    [BindProperty]
    public AboutInput Input { get; set; } = new();

    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<AgencyForm> Versions { get; private set; } = [];

    /// <summary>Shows the versions.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        if (Versions is [var newest, ..])
            Input = new() { Title = newest.Title, Source = newest.Source };
        return Page();
    }

    /// <summary>Uploads a blank form.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        var check = new FormCheck(this, text).That(Upload is not null, nameof(Upload), "Choose a file first.");
        var day = Input.Read(check);
        if (!check.Passed)
            return Page();
        await using var content = Upload!.OpenReadStream();
        var outcome = await upload.ExecuteAsync(
            new(Agency.Code, Upload.FileName, content) { Title = Input.Title, Source = Input.Source, VerifiedOn = day }, staff.Current, cancellation);
        if (outcome is UploadAgencyForm.Uploaded uploaded)
            return this.RedirectWithNotice(Links.Office.AgencyForm(Agency.Code, uploaded.Edition), "Form saved as a draft. Now set up its fields.");
        check.Refusal(outcome, nameof(Upload));
        return Page();
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        Agency = (await agencies.FindAsync(code, cancellation))!;
        Versions = Agency is null ? [] : await forms.VersionsAsync(Agency.Code, cancellation);
        return Agency is not null;
    }
}

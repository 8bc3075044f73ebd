using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>The versions of an agency's own form, and the upload of a new one.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexModel(PortalDb db, AgencyFormLibrary forms, UploadAgencyForm upload, StaffActor staff, Translator text) : PageModel
{
    // A form that is a little too large is told so by the page, not by the server.
    private const long MostBytes = 25 * 1024 * 1024;

    /// <summary>The blank.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What is known about it.</summary>
    [BindProperty]
    public AboutInput Input { get; set; } = new();

    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<AgencyForm> Versions { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        if (Versions is [var newest, ..])
            Input = new() { Title = newest.Title, Source = newest.Source };
        return Page();
    }

    /// <summary>Takes a blank form.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        if (Upload is null)
            ModelState.AddModelError(nameof(Upload), text["Choose a file first."]);
        var day = Input.Check(ModelState, text, nameof(Input));
        if (!ModelState.IsValid)
            return Page();
        await using var content = Upload!.OpenReadStream();
        var outcome = await upload.ExecuteAsync(new(Agency.Code, Input.Title, Upload.FileName, content, Input.Source, day), staff.Current, cancellation);
        if (outcome is UploadAgencyForm.Uploaded uploaded)
            return this.RedirectWithNotice(Links.Office.AgencyForm(Agency.Code, uploaded.Edition), "Form saved as a draft. Now set up its fields.");
        ModelState.AddModelError(nameof(Upload), text.Explain(outcome));
        return Page();
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        var upper = code.ToUpperInvariant();
        Agency = (await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == upper, cancellation))!;
        Versions = Agency is null ? [] : await forms.VersionsAsync(upper, cancellation);
        return Agency is not null;
    }
}

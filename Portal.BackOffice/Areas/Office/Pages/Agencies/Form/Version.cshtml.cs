using Microsoft.AspNetCore.Mvc;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>One version of a form: what's left to do, its details, and the available actions.</summary>
public sealed class VersionModel(AgencyDirectory agencies, AgencyFormLibrary forms, StaffDirectory colleagues, StaffActor staff, Translator text)
    : FormPageModel(agencies, forms, staff, text)
{
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    /// <summary>Title, number, and source of the form.</summary>
    [BindProperty]
    public AboutInput Input { get; set; } = new();

    /// <summary>Numbers of the fields that block publishing.</summary>
    public IReadOnlyList<int> Missing => [.. Map.Fields.Where(f => f.IsMissing).Select(f => f.Field.Number)];

    /// <summary>Who uploaded or published it.</summary>
    public string NameOf(Guid? id) => _names.GetValueOrDefault(id ?? Guid.Empty, "–");

    /// <summary>Shows the version.</summary>
    public Task<IActionResult> OnGetAsync(string code, int edition, CancellationToken cancellation) => ShowAsync(code, edition, cancellation);

    /// <summary>Saves the details.</summary>
    public async Task<IActionResult> OnPostAsync([FromServices] DescribeAgencyForm describe, string code, int edition, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, edition, cancellation))
            return NotFound();
        var day = Input.Read(new(this, Text));
        return !ModelState.IsValid ? Page()
            : After(
                await describe.ExecuteAsync(new(Form.Id, Input.Version, Input.Title, Input.Source, day), Actor, cancellation),
                Path, "Change saved.") ?? Page();
    }

    /// <summary>Publishes the version.</summary>
    public async Task<IActionResult> OnPostPublishAsync(
        [FromServices] PublishAgencyForm publish, string code, int edition, int version, CancellationToken cancellation) =>
        await FindAsync(code, edition, cancellation)
            ? After(
                await publish.ExecuteAsync(new(Form.Id, version), Actor, cancellation),
                Path,
                "Form published. Releases signed from now on will use it.") ?? await ShowAsync(code, edition, cancellation)
            : NotFound();

    /// <summary>Discards the draft, or retires the published form.</summary>
    public async Task<IActionResult> OnPostEndAsync([FromServices] EndAgencyForm end, string code, int edition, int version, CancellationToken cancellation) =>
        await FindAsync(code, edition, cancellation)
            ? AfterEnd(await end.ExecuteAsync(new(Form.Id, version), Actor, cancellation)) ?? await ShowAsync(code, edition, cancellation)
            : NotFound();

    private IActionResult? AfterEnd(Outcome outcome) => Form.State == AgencyFormState.Draft
        ? After(outcome, Links.Office.AgencyForms(Agency.Code), "Draft deleted.")
        : After(outcome, Path, "Form taken out of use.");

    /// <summary>Creates a draft from the same blank form.</summary>
    public async Task<IActionResult> OnPostReviseAsync([FromServices] UploadAgencyForm upload, string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return NotFound();
        if (await Forms.BlankAsync(Form, cancellation) is not { } blank)
            return await LostAsync(code, edition, cancellation);
        var outcome = await upload.ExecuteAsync(
            new(Agency.Code, "form.pdf", new MemoryStream(blank)) { Title = Form.Title, Source = Form.Source, VerifiedOn = Form.VerifiedOn, Like = Form.Id },
            Actor, cancellation);
        var address = outcome is UploadAgencyForm.Uploaded made ? Links.Office.AgencyForm(Agency.Code, made.Edition) : Path;
        return After(outcome, address, "New draft created from this form. It keeps the field setup.") ?? await ShowAsync(code, edition, cancellation);
    }

    /// <summary>Downloads the blank form.</summary>
    public async Task<IActionResult> OnPostBlankAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return NotFound();
        return await Forms.BlankAsync(Form, cancellation) is { } blank
            ? File(blank, "application/pdf", $"{Agency.Code}-form-{Form.Edition}-blank.pdf")
            : await LostAsync(code, edition, cancellation);
    }

    private Task<IActionResult> LostAsync(string code, int edition, CancellationToken cancellation)
    {
        new FormCheck(this, Text).Problem("", "The stored file is missing or was altered. Upload the form again.");
        return ShowAsync(code, edition, cancellation);
    }

    private async Task<IActionResult> ShowAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, edition, cancellation))
            return NotFound();
        Input = AboutInput.From(Form);
        return Page();
    }

    private async Task<bool> ReadAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return false;
        _names = await colleagues.NamesAsync(cancellation);
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>One version of a form: what is left to do, what is known about it, and what can be done with it.</summary>
public sealed class VersionModel(
    PortalDb db, AgencyFormLibrary forms, UploadAgencyForm upload, DescribeAgencyForm describe, PublishAgencyForm publish, EndAgencyForm end, StaffActor staff, Translator text)
    : FormPageModel(db, forms, staff, text)
{
    private Dictionary<Guid, string> _names = [];

    /// <summary>What is known about it.</summary>
    [BindProperty]
    public AboutInput Input { get; set; } = new();

    /// <summary>Numbers of the fields without which it cannot be published.</summary>
    public IReadOnlyList<int> Missing => [.. Map.Fields.Where(f => f.IsMissing).Select(f => f.Field.Number)];

    /// <summary>Who it was.</summary>
    public string Name(Guid? id) => _names.GetValueOrDefault(id ?? Guid.Empty, "–");

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(string code, int edition, CancellationToken cancellation) => ShowAsync(code, edition, cancellation);

    /// <summary>Saves what is known about it.</summary>
    public async Task<IActionResult> OnPostAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, edition, cancellation))
            return NotFound();
        var day = Input.Check(ModelState, Text, nameof(Input));
        return !ModelState.IsValid ? Page()
            : After(await describe.ExecuteAsync(new(Form.Id, Input.Version, Input.Title, Input.Source, day), Actor, cancellation), Path, "Change saved.") ?? Page();
    }

    /// <summary>Publishes it.</summary>
    public async Task<IActionResult> OnPostPublishAsync(string code, int edition, int version, CancellationToken cancellation) =>
        await FindAsync(code, edition, cancellation)
            ? After(await publish.ExecuteAsync(new(Form.Id, version), Actor, cancellation), Path, "Form published. Releases signed from now on will use it.") ?? await ShowAsync(code, edition, cancellation)
            : NotFound();

    /// <summary>Throws the draft away, or takes the form out of use.</summary>
    public async Task<IActionResult> OnPostEndAsync(string code, int edition, int version, CancellationToken cancellation) =>
        await FindAsync(code, edition, cancellation)
            ? AfterEnd(await end.ExecuteAsync(new(Form.Id, version), Actor, cancellation)) ?? await ShowAsync(code, edition, cancellation)
            : NotFound();

    private IActionResult? AfterEnd(Outcome outcome) => Form.State == AgencyFormState.Draft
        ? After(outcome, Links.Office.AgencyForms(Agency.Code), "Draft deleted.")
        : After(outcome, Path, "Form taken out of use.");

    /// <summary>Makes a draft of the same blank.</summary>
    public async Task<IActionResult> OnPostReviseAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return NotFound();
        if (await Forms.BlankAsync(Form, cancellation) is not { } blank)
            return await LostAsync(code, edition, cancellation);
        var outcome = await upload.ExecuteAsync(new(Agency.Code, Form.Title, "form.pdf", new MemoryStream(blank), Form.Source, Form.VerifiedOn, Form.Id), Actor, cancellation);
        var address = outcome is UploadAgencyForm.Uploaded made ? Links.Office.AgencyForm(Agency.Code, made.Edition) : Path;
        return After(outcome, address, "New draft created from this form. It keeps the field setup.") ?? await ShowAsync(code, edition, cancellation);
    }

    /// <summary>Hands the blank over.</summary>
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
        ModelState.AddModelError("", Text["The stored file is missing or was altered. Upload the form again."]);
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
        Guid?[] ids = [Form.UploadedById, Form.PublishedById];
        _names = await Db.Set<StaffMember>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Constituents;
using Portal.Domain.Offices;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>The form filled for a trial, with invented data or with what the administrator types; none of it is kept.</summary>
public sealed class PreviewModel(PortalDb db, AgencyFormLibrary forms, OfficePractice practice, StaffActor staff, Translator text, TimeProvider clock)
    : FormPageModel(db, forms, staff, text)
{
    private const int Longest = 4_000;

    /// <summary>The data.</summary>
    [BindProperty]
    public PreviewInput Input { get; set; } = new();

    /// <summary>Who can sign.</summary>
    public IEnumerable<SelectListItem> Capacities { get; } =
    [
        new(text["The person themselves"], nameof(SignerCapacity.Self)), new(text["Parent or legal guardian"], nameof(SignerCapacity.ParentOrGuardian)),
        new(text["Personal representative"], nameof(SignerCapacity.PersonalRepresentative)), new(text["Next of kin"], nameof(SignerCapacity.NextOfKin)),
    ];

    /// <summary>Offers invented data.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return NotFound();
        Input = PreviewInput.Sample(Map);
        return Page();
    }

    /// <summary>Fills the form and hands it over.</summary>
    public async Task<IActionResult> OnPostAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return NotFound();
        if (!Input.BornOn.IsEmpty && !Input.BornOn.TryGet(out _))
            ModelState.AddModelError("Input.BornOn", Text["Enter a valid date, or leave all three fields blank."]);
        if (new[] { Input.LegalName, Input.Address, Input.Records, Input.Purpose }.Any(t => t?.Length > Longest))
            ModelState.AddModelError("", Text["Use no more than {0} characters.", Longest]);
        if (!ModelState.IsValid)
            return Page();
        var details = Input.ToDetails();
        var to = (await practice.OfficeAsync(cancellation))?.Recipient() ?? SampleFacts.Recipient;
        var moment = new FormMoment(
            SampleFacts.Moment.Reference, Input.Signed ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) : null, Input.Signed ? details.WhoSigns : null,
            Input.Coded ? "https://example.gov/release/this-is-only-a-sample" : null);
        if (await Forms.FillAsync(Form, details, Agency, to, moment, cancellation) is { } pdf)
            return File(pdf, "application/pdf", $"{Agency.Code}-form-{Form.Edition}-preview.pdf");
        ModelState.AddModelError("", Text["The stored file is missing or was altered. Upload the form again."]);
        return Page();
    }
}

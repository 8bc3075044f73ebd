using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>Fills in the form with sample data or with what the administrator types. None of it is saved.</summary>
public sealed class PreviewModel(
    AgencyDirectory agencies, AgencyFormLibrary forms, OfficePractice practice, StaffActor staff, Translator text, TimeProvider clock)
    : FormPageModel(agencies, forms, staff, text)
{
    private const int Longest = 4_000;
    private static readonly Uri SampleSite = new("https://example.gov");

    /// <summary>Data to fill in.</summary>
    [BindProperty]
    public PreviewInput Input { get; set; } = new();

    /// <summary>Who can sign.</summary>
    public IEnumerable<SelectListItem> Capacities { get; } =
    [
        new(text["The person themselves"], nameof(SignerCapacity.Self)), new(text["Parent or legal guardian"], nameof(SignerCapacity.ParentOrGuardian)),
        new(text["Personal representative"], nameof(SignerCapacity.PersonalRepresentative)), new(text["Next of kin"], nameof(SignerCapacity.NextOfKin)),
    ];

    /// <summary>Shows the form with sample data.</summary>
    public async Task<IActionResult> OnGetAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return NotFound();
        Input = PreviewInput.Sample(Map);
        return Page();
    }

    /// <summary>Fills in the form and returns it as a download.</summary>
    public async Task<IActionResult> OnPostAsync(string code, int edition, CancellationToken cancellation)
    {
        if (!await FindAsync(code, edition, cancellation))
            return NotFound();
        var check = new FormCheck(this, Text).AtMost("Input.LegalName", Input.LegalName, Longest).Fits("Input.Address", Input.Address, 600)
            .Fits("Input.Records", Input.Records, Longest).Fits("Input.Purpose", Input.Purpose, Longest);
        check.Day("Input.BornOn", Input.BornOn);
        if (!check.Passed)
            return Page();
        var details = Input.ToDetails();
        var to = (await practice.OfficeAsync(cancellation))?.Recipient() ?? SampleFacts.Recipient;
        var moment = new FormMoment(
            SampleFacts.Moment.Reference, Input.Signed ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) : null, Input.Signed ? details.WhoSigns : null,
            Input.Coded ? new Uri(SampleSite, Links.Release.Open("this-is-only-a-sample")).ToString() : null);
        if (await Forms.FillAsync(Form, details, Agency, to, moment, cancellation) is { } pdf)
            return File(pdf, "application/pdf", $"{Agency.Code}-form-{Form.Edition}-preview.pdf");
        check.Problem("", "The stored file is missing or was altered. Upload the form again.");
        return Page();
    }
}

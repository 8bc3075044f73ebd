using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>Base class for the pages of one version of an agency's form.</summary>
public abstract class FormPageModel(AgencyDirectory agencies, AgencyFormLibrary forms, StaffActor staff, Translator text) : PageModel
{
    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The version in the URL.</summary>
    public AgencyForm Form { get; private set; } = null!;

    /// <summary>Its fields, read once.</summary>
    public FormMap Map { get; private set; } = null!;

    /// <summary>URL of the version.</summary>
    public string Path => Links.Office.AgencyForm(Agency.Code, Form.Edition);

    private protected AgencyFormLibrary Forms => forms;

    private protected Actor Actor => staff.Current;

    private protected Translator Text => text;

    private protected async Task<bool> FindAsync(string code, int edition, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(code, cancellation) is not { } agency || await forms.FindAsync(agency.Code, edition, cancellation) is not { } form)
            return false;
        (Agency, Form, Map) = (agency, form, form.Map);
        return true;
    }

    /// <summary>Redirects with a notice; null if the page should be shown again with the errors.</summary>
    private protected IActionResult? After(Outcome outcome, string address, string notice)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(address, notice);
        new FormCheck(this, text).Refusal(outcome);
        return null;
    }
}

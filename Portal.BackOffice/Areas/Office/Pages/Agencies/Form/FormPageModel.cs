using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>What the pages of one version of an agency's form share.</summary>
public abstract class FormPageModel(PortalDb db, AgencyFormLibrary forms, StaffActor staff, Translator text) : PageModel
{
    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The version in the address.</summary>
    public AgencyForm Form { get; private set; } = null!;

    /// <summary>Its fields, read once.</summary>
    public FormMap Map { get; private set; } = null!;

    /// <summary>The address of the version.</summary>
    public string Path => Links.Office.AgencyForm(Agency.Code, Form.Edition);

    private protected PortalDb Db => db;

    private protected AgencyFormLibrary Forms => forms;

    private protected Actor Actor => staff.Current;

    private protected Translator Text => text;

    private protected async Task<bool> FindAsync(string code, int edition, CancellationToken cancellation)
    {
        var upper = code.ToUpperInvariant();
        Agency = (await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == upper, cancellation))!;
        Form = (await db.Set<AgencyForm>().AsNoTracking().SingleOrDefaultAsync(f => f.AgencyCode == upper && f.Edition == edition, cancellation))!;
        if (Agency is null || Form is null)
            return false;
        Map = Form.Map;
        return true;
    }

    private protected IActionResult? After(Outcome outcome, string address, string notice)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(address, notice);
        ModelState.AddModelError("", text.Explain(outcome));
        return null;
    }
}

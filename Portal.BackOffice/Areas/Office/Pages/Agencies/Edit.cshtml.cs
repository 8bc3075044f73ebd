using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>Changes what is known of an agency; the history stands beside it.</summary>
public sealed class EditModel(PortalDb db, SaveAgency save, AgencyHistory history, StaffActor staff, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public AgencyInput Input { get; set; } = new();

    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The newest changes.</summary>
    public IReadOnlyList<AgencyHistory.Change> History { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        Input = AgencyInput.From(Agency);
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        if (Input.ToCommand(Agency.Code, ModelState, text) is { } command)
        {
            var outcome = await save.ExecuteAsync(command, staff.Current, cancellation);
            if (outcome.Succeeded)
                return this.RedirectWithNotice(Links.Office.Agencies, "Change saved.");
            ModelState.AddModelError("", text.Explain(outcome));
        }

        return Page();
    }

    /// <summary>The templates to choose from.</summary>
    public IEnumerable<SelectListItem> Templates { get; private set; } = [];

    /// <summary>What an agency's records may be.</summary>
    public static IEnumerable<SelectListItem> MedicalRules =>
    [
        new Choice($"{MedicalRule.Never}", "The agency has none"),
        new Choice($"{MedicalRule.Ask}", "The signer says whether any are requested"),
        new Choice($"{MedicalRule.Always}", "Its records are medical records"),
    ];

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        var upper = code.ToUpperInvariant();
        Templates = [.. (await db.Set<ReleaseTemplate>().AsNoTracking().ToListAsync(cancellation)).Select(t => new SelectListItem(t.NameIn(text.Language), t.Code)).OrderBy(t => t.Text, StringComparer.CurrentCulture)];
        Agency = (await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == upper, cancellation))!;
        if (Agency is null)
            return false;
        History = await history.ReadAsync(upper, cancellation);
        return true;
    }
}

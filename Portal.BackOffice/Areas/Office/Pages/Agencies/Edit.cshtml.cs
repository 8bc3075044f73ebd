using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>Edits an agency and shows its history.</summary>
public sealed class EditModel(AgencyPageQuery query, SaveAgency save, StaffActor staff, Translator text) : PageModel
{
    private AgencyPage page = null!;

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public AgencyInput Input { get; set; } = new();

    /// <summary>The agency.</summary>
    public Agency Agency => page.Agency;

    /// <summary>The latest changes.</summary>
    public IEnumerable<AgencyHistoryText.Change> History => page.History.Select(e => new AgencyHistoryText(text, page.Templates).Describe(e));

    /// <summary>Templates to choose from.</summary>
    public IEnumerable<SelectListItem> Templates =>
        page.Templates.Select(t => new SelectListItem(t.NameIn(text.Language), t.Code)).OrderBy(t => t.Text, StringComparer.CurrentCulture);

    /// <summary>Types of sensitive records.</summary>
    public static IEnumerable<SelectListItem> MedicalRules =>
    [
        new Choice($"{MedicalRule.Never}", "The agency has none"),
        new Choice($"{MedicalRule.Ask}", "The signer says whether any are requested"),
        new Choice($"{MedicalRule.Always}", "Its records are medical records"),
    ];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        Input = AgencyInput.From(Agency);
        return Page();
    }

    /// <summary>Saves the form.</summary>
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        var check = new FormCheck(this, text);
        if (Input.ToCommand(Agency.Code, check) is not { } command)
            return Page();
        var outcome = await save.ExecuteAsync(command, staff.Current, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Agencies, "Change saved.");
        check.Refusal(outcome);
        return Page();
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation) => (page = (await query.ReadAsync(code, cancellation))!) is not null;
}

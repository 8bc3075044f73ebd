using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Routing;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>Hands over all open cases of a colleague, to one person or by the routing rules.</summary>
public sealed class HandOverModel(HandOverPageQuery query, HandOverCases handOver, StaffActor actor, Translator text) : PageModel
{
    /// <summary>The answer that leaves the choice to the routing rules.</summary>
    public const string ByRules = "rules";

    /// <summary>A staff ID, or <see cref="ByRules"/>.</summary>
    [BindProperty]
    public string? Taker { get; set; }

    /// <summary>The colleague, and who could take their cases.</summary>
    public HandOverPage Shown { get; private set; } = null!;

    internal IEnumerable<SelectListItem> Takers => Shown.Takers.Select(c => new SelectListItem(c.Name, c.Id.ToString()))
        .Prepend(new(text["Decide by the routing rules"], ByRules));

    /// <summary>Asks who gets the cases.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) =>
        !actor.Current.May(Permission.AssignCases) ? StatusCode(403) : await ReadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Hands them over and says how many are left.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!actor.Current.May(Permission.AssignCases))
            return StatusCode(403);
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        var check = new FormCheck(this, text);
        var isPerson = Guid.TryParse(Taker, out var person);
        if (!check.That(isPerson || Taker == ByRules, nameof(Taker), "Choose who takes over the cases.").Passed)
            return Page();
        switch (await handOver.ExecuteAsync(new(id, isPerson ? person : null), actor.Current, cancellation))
        {
            case HandOverCases.HandedOver { Left: 0 } done:
                return this.RedirectWithNotice(Links.Office.Away, "Cases handed over: {0}.", done.Cases);
            case HandOverCases.HandedOver done:
                this.Notify("Cases handed over: {0}. Not handed over, because no one is available or someone just changed them: {1}.", done.Cases, done.Left);
                return Redirect(Links.Office.Away);
            case var refused:
                check.Refusal(refused, nameof(Taker));
                return Page();
        }
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation) => (Shown = (await query.ReadAsync(id, cancellation))!) is not null;
}

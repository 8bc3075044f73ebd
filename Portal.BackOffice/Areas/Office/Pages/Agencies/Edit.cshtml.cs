using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Forms;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>Changes what is known of an agency; the history stands beside it.</summary>
public sealed class EditModel(PortalDb db, SaveAgency save, StaffActor staff, Translator text) : PageModel
{
    private const int HistoryShown = 20;
    private const int HistoryRead = 400;

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public AgencyInput Input { get; set; } = new();

    /// <summary>The agency.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The newest changes.</summary>
    public IReadOnlyList<Change> History { get; private set; } = [];

    /// <summary>A change of the past.</summary>
    public sealed record Change(DateTime At, string By, IReadOnlyList<AgencyFieldChange> Fields);

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await ReadAsync(code, cancellation))
            return NotFound();
        Input = AgencyInput.Of(Agency);
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
                return LocalRedirect("/office/agencies?done=saved");
            ModelState.AddModelError("", text.Say(outcome));
        }

        return Page();
    }

    /// <summary>The templates to choose from.</summary>
    public IEnumerable<SelectListItem> Templates { get; private set; } = [];

    /// <summary>What an agency's records may be.</summary>
    public static IEnumerable<SelectListItem> MedicalRules =>
    [
        new Choice($"{MedicalRule.Never}", "It has none"),
        new Choice($"{MedicalRule.Ask}", "The signer says whether they are among those asked for"),
        new Choice($"{MedicalRule.Always}", "What it has is medical"),
    ];

    private async Task<bool> ReadAsync(string code, CancellationToken cancellation)
    {
        var upper = code.ToUpperInvariant();
        Templates = [.. (await db.Set<ReleaseTemplate>().AsNoTracking().OrderBy(t => t.Code).Select(t => t.Code).ToListAsync(cancellation)).Select(t => new SelectListItem(t, t))];
        Agency = (await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == upper, cancellation))!;
        if (Agency is null)
            return false;
        var entries = await db.Set<ActivityEntry>().AsNoTracking().Where(e => e.EventName == nameof(AgencyChanged)).OrderByDescending(e => e.Id).Take(HistoryRead)
            .Select(e => new { e.OccurredAt, e.ActorId, e.Payload }).ToListAsync(cancellation);
        var changes = entries.Select(e => (e.OccurredAt, e.ActorId, Event: JsonSerializer.Deserialize<AgencyChanged>(e.Payload, EventJson.Options)!))
            .Where(e => e.Event.Code == upper).Take(HistoryShown).ToList();
        var ids = changes.Select(c => c.ActorId).ToHashSet();
        var names = await db.Set<StaffMember>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.DisplayName, cancellation);
        History = [.. changes.Select(c => new Change(c.OccurredAt, names.GetValueOrDefault(c.ActorId ?? Guid.Empty, "–"), c.Event.Changes))];
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Forms;
using Portal.BackOffice.Security;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>Writes or changes a rule, and shows what it would have done to the newest cases.</summary>
public sealed class EditModel(PortalDb db, SaveRoutingRule save, ReplayRouting replay, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public RuleInput Input { get; set; } = new();

    /// <summary>What the rule would have done; null until asked.</summary>
    public Replay? Replay { get; private set; }

    /// <summary>Who can be given cases.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The agencies.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>What a rule can look at.</summary>
    public static IEnumerable<SelectListItem> Aspects { get; } = [.. Enum.GetValues<RoutingAspect>().Select(a => new SelectListItem(Words.Of(a), a.ToString()))];

    /// <summary>The priorities.</summary>
    public static IEnumerable<SelectListItem> Priorities { get; } = [.. Enum.GetValues<Priority>().Select(p => new SelectListItem(p.ToString(), p.ToString()))];

    /// <summary>The languages of the site.</summary>
    public static IEnumerable<SelectListItem> Languages { get; } = [new("English", "en"), new("Spanish", "es")];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (id is null)
        {
            Input = new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Position = await db.Set<RoutingRule>().CountAsync(cancellation) };
            return Page();
        }

        if (await db.Set<RoutingRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } rule)
            return NotFound();
        Input = RuleInput.Of(rule);
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (IsWhole())
            return await AnswerAsync(await save.ExecuteAsync(Input.ToCommand(), staff.Current, cancellation), "saved", cancellation);
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Plays the rule over the newest cases; it is not saved.</summary>
    public async Task<IActionResult> OnPostReplayAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (!IsWhole())
            return Page();
        var outcome = await replay.ExecuteAsync(Input.ToRule(), staff.Current, cancellation);
        Replay = outcome as Replay;
        if (!outcome.Succeeded)
            ModelState.AddModelError("", text.Say(outcome));
        return Page();
    }

    /// <summary>Removes the rule.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Input.Aspect ??= RoutingAspect.Load;
        return await AnswerAsync(await save.ExecuteAsync(Input.ToCommand() with { Remove = true }, staff.Current, cancellation), "removed", cancellation);
    }

    private bool IsWhole()
    {
        if (string.IsNullOrWhiteSpace(Input.Name) || Input.Name.Length > 120)
            ModelState.AddModelError("Input.Name", text["Give the rule a name of at most 120 characters."]);
        if (Input.Aspect is null)
            ModelState.AddModelError("Input.Aspect", text["Choose what the rule looks at."]);
        if (Input.TopicPrefix?.Length > 80)
            ModelState.AddModelError("Input.TopicPrefix", text["Use at most {0} characters.", 80]);
        if (Input.ZipPrefix is { Length: > 0 } zip && (zip.Trim().Length > 5 || !zip.Trim().All(char.IsAsciiDigit)))
            ModelState.AddModelError("Input.ZipPrefix", text["Write one to five digits."]);
        return ModelState.IsValid;
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return LocalRedirect($"/office/routing?done={done}");
        ModelState.AddModelError("", text.Say(outcome));
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var staffMembers = await db.Set<StaffMember>().AsNoTracking().Where(s => s.DisabledAt == null).OrderBy(s => s.DisplayName).ToListAsync(cancellation);
        People = [.. staffMembers.Where(s => s.WorksCases).Select(s => new SelectListItem(s.DisplayName, s.Id.ToString()))];
        Agencies = [.. (await db.Set<Agency>().AsNoTracking().OrderBy(a => a.Code).ToListAsync(cancellation)).Select(a => new SelectListItem($"{a.Code} – {a.ShortNameIn(text.Language)}", a.Code))];
    }
}

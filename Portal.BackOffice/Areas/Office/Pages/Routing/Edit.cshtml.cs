using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Routing;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>Writes or changes a rule, and shows what it would have done to the newest cases.</summary>
public sealed class EditModel(PortalDb db, SaveRoutingRule save, ReplayRouting replay, QueueNames names, StaffActor staff, Translator text, TimeProvider clock) : PageModel
{
    private const int UsualPosition = 10;

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public RuleInput Input { get; set; } = new();

    /// <summary>What the rule would have done; null until asked.</summary>
    public Replay? Replay { get; private set; }

    /// <summary>Who can be given cases.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The agencies.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>The topics.</summary>
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>What a rule can look at.</summary>
    public static IEnumerable<SelectListItem> Aspects { get; } = [.. Enum.GetValues<RoutingAspect>().Select(a => new SelectListItem(Words.Describe(a), a.ToString()))];

    /// <summary>The priorities.</summary>
    public static IEnumerable<SelectListItem> Priorities { get; } = [.. Enum.GetValues<Priority>().Select(p => new SelectListItem(p.ToString(), p.ToString()))];

    /// <summary>The languages of the site.</summary>
    public static IEnumerable<SelectListItem> Languages { get; } = [new("English", "en"), new("Spanish", "es")];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellation)
    {
        Input.Id = id ?? default;
        await ReadAsync(cancellation);
        if (id is null)
        {
            // Before the rules every office starts with: an office's own rule is the narrower one.
            Input = new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Position = UsualPosition, Enabled = true };
            return Page();
        }

        if (await db.Set<RoutingRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } rule)
            return NotFound();
        Input = RuleInput.From(rule);
        return Page();
    }

    /// <summary>Saves.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return IsWhole() ? await AnswerAsync(await save.ExecuteAsync(Input.ToCommand(), staff.Current, cancellation), "Rule saved. It applies to new cases from now on.", cancellation) : Page();
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
            ModelState.AddModelError("", text.Explain(outcome));
        return Page();
    }

    /// <summary>Removes the rule.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Input.Aspect ??= RoutingAspect.Load;
        return await AnswerAsync(await save.ExecuteAsync(Input.ToCommand() with { Remove = true }, staff.Current, cancellation), "Rule deleted.", cancellation);
    }

    private bool IsWhole()
    {
        if (string.IsNullOrWhiteSpace(Input.Name) || Input.Name.Length > 120)
            ModelState.AddModelError("Input.Name", text["Enter a rule name of 120 characters or fewer."]);
        if (Input.Aspect is null)
            ModelState.AddModelError("Input.Aspect", text["Choose what the rule is based on."]);
        if (Input.TopicPrefix is { Length: > 0 } topic && Topics.All(t => t.Value != topic))
            ModelState.AddModelError("Input.TopicPrefix", text["Choose a topic from the list."]);
        if (Input.ZipPrefix is { Length: > 0 } zip && (zip.Trim().Length > 5 || !zip.Trim().All(char.IsAsciiDigit)))
            ModelState.AddModelError("Input.ZipPrefix", text["Enter 1 to 5 digits."]);
        return ModelState.IsValid;
    }

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Routing, notice);
        ModelState.AddModelError("", text.Explain(outcome));
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var staffMembers = await db.Set<StaffMember>().AsNoTracking().Where(s => s.DisabledAt == null).OrderBy(s => s.DisplayName).ToListAsync(cancellation);
        People = [.. staffMembers.Where(s => s.WorksCases).Select(s => new SelectListItem(s.DisplayName, s.Id.ToString()))];
        var choices = (await names.ReadAsync(text.Language, cancellation)).Choices;
        Agencies = choices.Agencies;
        // A rule may have been written for the beginning of a code.
        var prefix = await db.Set<RoutingRule>().Where(r => r.Id == Input.Id).Select(r => r.TopicPrefix).SingleOrDefaultAsync(cancellation);
        Topics = prefix is null || choices.AgencyOf.ContainsKey(prefix) ? choices.Topics : [new(text["Topic code starts with {0}", prefix], prefix), .. choices.Topics];
    }
}

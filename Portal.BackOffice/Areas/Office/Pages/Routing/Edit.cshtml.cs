using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Routing;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Routing;

/// <summary>Adds or changes a rule, and shows what it would have done with recent cases.</summary>
public sealed class EditModel(
    RoutingRules rules, StaffDirectory colleagues, AgencyAndTopicNames names, SaveRoutingRule save, StaffActor staff, Translator text,
    TimeProvider clock) : PageModel
{
    private const int UsualPosition = 10;

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public RuleInput Input { get; set; } = new();

    /// <summary>Results of the test; null until requested.</summary>
    public Replay? Replay { get; private set; }

    /// <summary>Staff who can be assigned cases.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The agencies.</summary>
    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    /// <summary>The topics.</summary>
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>What a rule can be based on.</summary>
    public static IEnumerable<SelectListItem> Aspects { get; } =
    [
        .. Enum.GetValues<RoutingAspect>().Select(a => new SelectListItem(OfficeText.Describe(a), a.ToString()))
    ];

    /// <summary>The priorities.</summary>
    public static IEnumerable<SelectListItem> Priorities { get; } = [.. Enum.GetValues<Priority>().Select(p => new SelectListItem(p.ToString(), p.ToString()))];

    /// <summary>The languages of the site.</summary>
    public static IEnumerable<SelectListItem> Languages { get; } = [new("English", "en"), new("Spanish", "es")];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellation)
    {
        if (id is not { } known)
            // New rules go before the built-in ones because an office's own rule is usually narrower.
            Input = new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Position = UsualPosition, Enabled = true };
        else if (await rules.FindAsync(known, cancellation) is { } rule)
            Input = RuleInput.From(rule);
        else
            return NotFound();
        await ReadAsync(cancellation);
        return Page();
    }

    /// <summary>Saves the rule.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        return IsComplete()
            ? await FinishAsync(
                await save.ExecuteAsync(Input.ToCommand(), staff.Current, cancellation),
                "Rule saved. It applies to new cases from now on.",
                cancellation)
            : Page();
    }

    /// <summary>Tests the rule on recent cases without saving it.</summary>
    public async Task<IActionResult> OnPostReplayAsync([FromServices] ReplayRouting replay, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (!IsComplete())
            return Page();
        var outcome = await replay.ExecuteAsync(Input.ToRule(), staff.Current, cancellation);
        Replay = outcome as Replay;
        if (!outcome.Succeeded)
            new FormCheck(this, text).Refusal(outcome);
        return Page();
    }

    /// <summary>Removes the rule.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Input.Aspect ??= RoutingAspect.Load;
        return await FinishAsync(await save.ExecuteAsync(Input.ToCommand() with { Remove = true }, staff.Current, cancellation), "Rule deleted.", cancellation);
    }

    private bool IsComplete() => new FormCheck(this, text)
        .Required("Input.Name", Input.Name, 120, "Enter a rule name of 120 characters or fewer.")
        .That(Input.Aspect is not null, "Input.Aspect", "Choose what the rule is based on.")
        .That(Input.TopicPrefix is not { Length: > 0 } topic || Topics.Any(t => t.Value == topic), "Input.TopicPrefix", "Choose a topic from the list.")
        .That(Input.ZipPrefix?.Trim() is not { } zip || (zip.Length <= 5 && zip.All(char.IsAsciiDigit)), "Input.ZipPrefix", "Enter 1 to 5 digits.").Passed;

    private async Task<IActionResult> FinishAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Routing, notice);
        new FormCheck(this, text).Refusal(outcome);
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        People = [.. (await colleagues.ReadAsync(cancellation)).Where(c => c.IsRoutedTo).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        var lists = await names.ReadAsync(text.Language, cancellation);
        Agencies = lists.AgencyChoices;
        // A rule can also match the beginning of a topic code.
        var prefix = (await rules.FindAsync(Input.Id, cancellation))?.TopicPrefix;
        Topics = prefix is null || lists.AgencyOf.ContainsKey(prefix)
            ? lists.TopicChoices
            : [new(text["Topic code starts with {0}", prefix], prefix), .. lists.TopicChoices];
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Bulk;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>Asks or closes many cases: shows who gets which words and who is left out, and plans it for those that were shown.</summary>
public abstract class BulkPageModel(ChosenCases chosen, BulkQuery query, PlanBulk plan, Calendars calendars, PageReader reader) : PageModel
{
    private Dictionary<Guid, int> _seen = [];

    /// <summary>A case as the form keeps it, with the version that was shown first.</summary>
    public string Keep(BulkCase one) => ChosenCases.Write(one.Case.Id, _seen.GetValueOrDefault(one.Case.Id, one.Case.Version));

    /// <summary>References of the checked cases.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public IList<string> References { get; set; } = [];

    /// <summary>Whether all of the list is meant.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The list they were chosen in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>The cases that were shown, with their versions.</summary>
    [BindProperty]
    public IList<string> Kept { get; set; } = [];

    /// <summary>Makes a double click plan it once.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The words in English.</summary>
    [BindProperty]
    public string? En { get; set; }

    /// <summary>The words in Spanish.</summary>
    [BindProperty]
    public string? Es { get; set; }

    /// <summary>The day by which they're asked to answer.</summary>
    [BindProperty]
    public DateParts DueOn { get; set; } = new();

    /// <summary>Why the cases are closed.</summary>
    [BindProperty]
    public ClosingReason? Reason { get; set; }

    /// <summary>The cases.</summary>
    public IReadOnlyList<BulkCase> Cases { get; private set; } = [];

    /// <summary>The cases that it's done to, by language.</summary>
    public IEnumerable<IGrouping<string, BulkCase>> Groups => Cases.Where(c => c.Why is null).GroupBy(c => c.Case.Language).OrderBy(g => g.Key, StringComparer.Ordinal);

    /// <summary>Those that are left out, by reason.</summary>
    public IEnumerable<IGrouping<string, BulkCase>> LeftOut => Cases.Where(c => c.Why is not null).GroupBy(c => c.Why!);

    /// <summary>The list they were chosen in.</summary>
    public string QueueUrl => QueueAddress.Local(Back);

    /// <summary>The reasons for closing.</summary>
    public static IEnumerable<SelectListItem> Reasons => Enum.GetValues<ClosingReason>().Select(r => new SelectListItem(CaseText.Describe(r), r.ToString()));

    /// <summary>What is done.</summary>
    public abstract BulkDeed Deed { get; }

    /// <summary>Shows who gets it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!reader.Actor.May(BulkRules.Needed(Deed)))
            return StatusCode(403);
        Key = Guid.CreateVersion7();
        Cases = await query.PreviewAsync(Deed, await chosen.ReadAsync(References, All, Back, cancellation), cancellation);
        return Page();
    }

    /// <summary>Plans it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!reader.Actor.May(BulkRules.Needed(Deed)))
            return StatusCode(403);
        var check = new FormCheck(this, reader.Text);
        DateOnly? due = Deed == BulkDeed.Ask ? check.RequiredDay(nameof(DueOn), DueOn, "Choose a date after today.") : null;
        if (check.Passed)
        {
            var outcome = await plan.ExecuteAsync(new(Deed, ChosenCases.Read(Kept), Key) { En = En, Es = Es, DueOn = due, Reason = Reason }, reader.Actor, cancellation);
            if (outcome is PlanBulk.Planned planned)
                return Redirect(Links.Office.Bulk(planned.ActId, QueueUrl));
            if (outcome is Outcome.NotPermitted)
                return StatusCode(403);
            var today = (await calendars.ReadAsync(cancellation)).DayOf(reader.Now);
            check.Refusal(outcome, Reason is null && Deed == BulkDeed.Close ? nameof(Reason) : due <= today ? nameof(DueOn) : "");
        }

        // What was shown stays; a case that changed meanwhile is left out later, too, because its version no longer fits.
        _seen = ChosenCases.Read(Kept).DistinctBy(c => c.CaseId).ToDictionary(c => c.CaseId, c => c.Version);
        Cases = await query.PreviewAsync(Deed, _seen.Keys, cancellation);
        return Page();
    }
}

/// <summary>Asks the constituents of many cases for the same thing.</summary>
[MostFields(PlanBulk.Most + 100)]
public sealed class AskModel(ChosenCases chosen, BulkQuery query, PlanBulk plan, Calendars calendars, PageReader reader) : BulkPageModel(chosen, query, plan, calendars, reader)
{
    /// <inheritdoc />
    public override BulkDeed Deed => BulkDeed.Ask;
}

/// <summary>Closes many cases with the same words.</summary>
[MostFields(PlanBulk.Most + 100)]
public sealed class CloseModel(ChosenCases chosen, BulkQuery query, PlanBulk plan, Calendars calendars, PageReader reader) : BulkPageModel(chosen, query, plan, calendars, reader)
{
    /// <inheritdoc />
    public override BulkDeed Deed => BulkDeed.Close;
}

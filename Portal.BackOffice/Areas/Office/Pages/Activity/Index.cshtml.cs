using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Activity;

/// <summary>The activity log, newest first, and whether its hash chain is intact.</summary>
public sealed class IndexModel(ActivityPageQuery query, StaffDirectory staff, Translator text) : PageModel
{
    /// <summary>Case reference to filter by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Case { get; set; }

    /// <summary>Staff member to filter by.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? By { get; set; }

    /// <summary>Event to filter by.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Event { get; set; }

    /// <summary>Shows only entries before this one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    /// <summary>One page of the log.</summary>
    public ActivityPage Record { get; private set; } = null!;

    /// <summary>Its entries.</summary>
    public IReadOnlyList<EntryLine> Lines { get; private set; } = [];

    /// <summary>Staff to choose from in the filter.</summary>
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>All events, to choose from in the filter.</summary>
    public static IReadOnlyList<SelectListItem> Events { get; } =
        [.. EventNames.All.Select(name => new SelectListItem(EventNames.Words(name), name)).OrderBy(e => e.Text, StringComparer.Ordinal)];

    /// <summary>Shows a page of the log.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var colleagues = await staff.ReadAsync(cancellation);
        People = [.. colleagues.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        Record = await query.ReadAsync(new(Case, By, Event, Before), cancellation);
        new FormCheck(this, text).That(!Record.CaseIsUnknown, nameof(Case), "No case has that reference number. Check it and try again.");
        var names = colleagues.ToDictionary(c => c.Id, c => c.Name);
        Lines = [.. Record.Entries.Select(e => EntryLine.From(e, names, Record.References, text))];
    }

    /// <summary>URL of the next page; null at the end.</summary>
    public string? OlderPath => Record.Older is not { } older ? null
        : Links.With(Links.Office.Activity, ("case", Case), ("by", By?.ToString()), ("event", Event), ("before", older.ToString()));
}

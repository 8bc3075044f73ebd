using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Bulk;
using Portal.Domain.Desk;
using Portal.Domain.Offices;
using Portal.Domain.Platform;

namespace Portal.BackOffice.Areas.Office.Pages.Queue;

/// <summary>What was planned for many cases: undoing it, and what came of it.</summary>
public sealed class DoneModel(BulkQuery query, CancelBulk cancel, Calendars calendars, PageReader reader) : PageModel
{
    /// <summary>What was planned.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The list the cases were chosen in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary>What came of it.</summary>
    public BulkPage Bulk { get; private set; } = null!;

    /// <summary>Date and time formatting.</summary>
    public OfficeDates Dates { get; private set; } = null!;

    /// <summary>The list the cases were chosen in.</summary>
    public string QueueUrl => QueueAddress.Local(Back);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await query.FindAsync(Id, cancellation) is not { } bulk)
            return NotFound();
        (Bulk, Dates) = (bulk, new(await calendars.ReadAsync(cancellation), reader.Now, reader.Text.Language));
        return Page();
    }

    /// <summary>Undoes it.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation)
    {
        var outcome = await cancel.ExecuteAsync(Id, reader.Actor, cancellation);
        if (outcome.Succeeded)
            return Redirect(Links.Office.Bulk(Id, QueueUrl));
        if (outcome is Outcome.NotPermitted)
            return StatusCode(403);
        new FormCheck(this, reader.Text).Refusal(outcome);
        return await OnGetAsync(cancellation);
    }
}

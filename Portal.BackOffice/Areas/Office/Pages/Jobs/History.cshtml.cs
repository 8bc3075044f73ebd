using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Jobs;

/// <summary>Runs of one job that did something or failed, newest first.</summary>
public sealed class HistoryModel(JobHistoryQuery query) : PageModel
{
    /// <summary>The job and one page of its runs.</summary>
    public JobHistory History { get; private set; } = null!;

    /// <summary>Shows only failed runs.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Failed { get; set; }

    /// <summary>Shows a page of runs.</summary>
    public async Task<IActionResult> OnGetAsync(string? job, Guid? before, CancellationToken cancellation)
    {
        if (await query.ReadAsync(job, Failed, before, cancellation) is not { } history)
            return NotFound();
        History = history;
        return Page();
    }
}

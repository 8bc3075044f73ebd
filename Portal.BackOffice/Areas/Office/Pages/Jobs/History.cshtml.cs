using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Jobs;

namespace Portal.BackOffice.Areas.Office.Pages.Jobs;

/// <summary>The runs of one job that did something or failed, newest first.</summary>
public sealed class HistoryModel(PortalDb db, IEnumerable<RecurringJob> jobs) : PageModel
{
    private const int PageRows = 50;

    /// <summary>The job.</summary>
    public RecurringJob Job { get; private set; } = null!;

    /// <summary>One page of runs.</summary>
    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    /// <summary>Where the next page begins; null at the end.</summary>
    public Guid? Older { get; private set; }

    /// <summary>Only runs that failed.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Failed { get; set; }

    /// <summary>Shows a page.</summary>
    public async Task<IActionResult> OnGetAsync(string? job, Guid? before, CancellationToken cancellation)
    {
        if (jobs.FirstOrDefault(j => j.Name == job) is not { } known)
            return NotFound();
        Job = known;
        var runs = db.Set<JobRun>().AsNoTracking().Where(r => r.Job == known.Name);
        if (Failed)
            runs = runs.Where(r => r.Error != null);
        if (before is { } id)
            runs = runs.Where(r => r.Id < id);
        var rows = await runs.OrderByDescending(r => r.Id).Take(PageRows + 1).ToListAsync(cancellation);
        Runs = [.. rows.Take(PageRows)];
        Older = rows.Count > PageRows ? Runs[^1].Id : null;
        return Page();
    }
}

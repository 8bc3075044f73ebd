using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Desk;

/// <summary>One page of a job's runs, newest first.</summary>
/// <param name="Older">The cursor for the next page; null on the last page.</param>
public sealed record JobHistory(RecurringJob Job, IReadOnlyList<JobRun> Runs, Guid? Older);

/// <summary>Reads a job's recorded runs: those that did something or failed.</summary>
public sealed class JobHistoryQuery(PortalDb db, IEnumerable<RecurringJob> jobs)
{
    private const int PageRows = 50;

    /// <summary>One page; null when there is no such job.</summary>
    /// <param name="onlyFailed">Only runs that failed.</param>
    /// <param name="before">Only runs older than this one.</param>
    public async Task<JobHistory?> ReadAsync(string? name, bool onlyFailed, Guid? before, CancellationToken cancellation)
    {
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
            return null;
        var runs = db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Name);
        if (onlyFailed)
            runs = runs.Where(r => r.Error != null);
        if (before is { } id)
            runs = runs.Where(r => r.Id < id);
        var rows = await runs.OrderByDescending(r => r.Id).Take(PageRows + 1).ToListAsync(cancellation);
        return new(job, [.. rows.Take(PageRows)], rows.Count > PageRows ? rows[PageRows - 1].Id : null);
    }
}

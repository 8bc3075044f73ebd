using System.Linq.Expressions;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Keeps Hangfire's schedule as the jobs declare it, in the office's time zone.</summary>
internal sealed class EngineSchedule(IEnumerable<RecurringJob> jobs, TimeProvider clock)
{
    // Hangfire takes a job off its schedule after five failed attempts to start it; registering it again puts it back.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private (string Zone, DateTimeOffset At)? _registered;

    /// <summary>Registers every job when the office's zone changed, and now and then in any case.</summary>
    public void Refresh(JobStorage storage, TimeZoneInfo zone)
    {
        if (_registered is { } done && done.Zone == zone.Id && clock.GetUtcNow() - done.At < Fresh)
            return;
        var manager = new RecurringJobManager(storage);
        var isFirst = _registered is null;
        foreach (var job in jobs)
            manager.AddOrUpdate(job.Name, Run(job, runs => runs.BySchedule(job.Name, CancellationToken.None)), job.Cron, new RecurringJobOptions { TimeZone = zone });
        if (isFirst)
            CatchUp(storage, manager);
        _registered = (zone.Id, clock.GetUtcNow());
    }

    /// <summary>A run to be enqueued.</summary>
    public static Job Run(RecurringJob job, Expression<Func<EngineRuns, Task>> run) => Job.FromExpression(run, job.Queue);

    // Nobody knows what fell due while nothing ran. What is done once a day keeps to its hour.
    private void CatchUp(JobStorage storage, RecurringJobManager manager)
    {
        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Select(r => r.Id).Except(jobs.Select(j => j.Name)))
            manager.RemoveIfExists(gone);
        foreach (var job in jobs.Where(j => j.DailyAt is null))
            manager.TriggerJob(job.Name);
    }
}

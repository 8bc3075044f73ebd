using System.Linq.Expressions;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Keeps Hangfire's schedule in line with what the jobs declare, in the office's time zone.</summary>
internal sealed class EngineSchedule(IEnumerable<RecurringJob> jobs, TimeProvider clock)
{
    // Hangfire removes a job from its schedule after five failed attempts to start it. Registering it again puts it back.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private (string Zone, DateTimeOffset At)? _registered;

    /// <summary>Registers every job when the office's time zone has changed, and otherwise every few minutes.</summary>
    public void Refresh(JobStorage storage, TimeZoneInfo zone)
    {
        if (_registered is { } done && done.Zone == zone.Id && clock.GetUtcNow() - done.At < Fresh)
            return;
        var manager = new RecurringJobManager(storage);
        var isFirst = _registered is null;
        foreach (var job in jobs)
            manager.AddOrUpdate(
                job.Name,
                Run(job, runs => runs.BySchedule(job.Name, CancellationToken.None)),
                job.Cron,
                new RecurringJobOptions { TimeZone = zone });
        if (isFirst)
            CatchUp(storage, manager);
        _registered = (zone.Id, clock.GetUtcNow());
    }

    /// <summary>A run to enqueue.</summary>
    public static Job Run(RecurringJob job, Expression<Func<EngineRuns, Task>> run) => Job.FromExpression(run, job.Queue);

    // Anything may have come due while no process ran, so all jobs run now, except daily ones, which keep their time.
    private void CatchUp(JobStorage storage, RecurringJobManager manager)
    {
        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Select(r => r.Id).Except(jobs.Select(j => j.Name)))
            manager.RemoveIfExists(gone);
        foreach (var job in jobs.Where(j => j.DailyAt is null))
            manager.TriggerJob(job.Name);
    }
}

using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Portal.Domain.Platform.Jobs;

/// <summary>The methods Hangfire calls. It gets only the job's name, so its tables and dashboard hold no personal data.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false)]
[FailedRunExpires]
internal sealed class EngineRuns(JobRunner runner, IEnumerable<RecurringJob> jobs)
{
    /// <summary>The job's time has come.</summary>
    [JobDisplayName("{0}")]
    public Task BySchedule(string job, CancellationToken cancellation) => RunAsync(job, RunCause.Schedule, cancellation);

    /// <summary>Rows it handles were saved.</summary>
    [JobDisplayName("{0}")]
    public Task AfterSave(string job, CancellationToken cancellation) => RunAsync(job, RunCause.Save, cancellation);

    /// <summary>An administrator asked for it.</summary>
    [JobDisplayName("{0}")]
    public Task ByHand(string job, CancellationToken cancellation) => RunAsync(job, RunCause.Person, cancellation);

    private async Task RunAsync(string name, RunCause cause, CancellationToken cancellation)
    {
        // Scheduled by an older version that had this job.
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
            return;
        if (!await runner.RunAsync(job, cause, cancellation))
            throw new JobFailedException($"{name} failed. Its history on the Jobs page says why.");
        // A run interrupted by a shutdown goes back to its queue.
        cancellation.ThrowIfCancellationRequested();
    }
}

/// <summary>Tells Hangfire that a run failed. The reason is kept in JobRun because the exception may quote what people wrote.</summary>
public sealed class JobFailedException(string message) : Exception(message);

/// <summary>Expires failed runs after an hour like all others. Hangfire would keep them forever.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FailedRunExpiresAttribute : JobFilterAttribute, IApplyStateFilter
{
    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.NewState is FailedState)
            transaction.ExpireJob(context.BackgroundJob.Id, context.JobExpirationTimeout);
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
    }
}

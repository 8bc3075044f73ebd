using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;

namespace Portal.Domain.Platform.Jobs;

/// <summary>What Hangfire calls. It is told the name of a job and nothing else, so its tables and its dashboard hold no data of people.</summary>
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
        // Left over from a version that had it.
        if (jobs.FirstOrDefault(j => j.Name == name) is not { } job)
            return;
        if (!await runner.RunAsync(job, cause, cancellation))
            throw new JobFailedException($"{name} failed. Its history on the Jobs page says why.");
        // A run that was cut short by the end of its process goes back to its queue.
        cancellation.ThrowIfCancellationRequested();
    }
}

/// <summary>Tells Hangfire that a run failed. Why stands in JobRun: the fault itself may quote what people wrote.</summary>
public sealed class JobFailedException(string message) : Exception(message);

/// <summary>Lets a failed run go after an hour, as any other; Hangfire would keep it for ever.</summary>
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

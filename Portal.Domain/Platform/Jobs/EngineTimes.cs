using Hangfire;
using Hangfire.Storage;

namespace Portal.Domain.Platform.Jobs;

/// <summary>When Hangfire last started each job by its schedule, and when it means to start it next.</summary>
public sealed class EngineTimes(JobStorage storage)
{
    /// <summary>Both times, UTC; null for never and for not planned.</summary>
    public sealed record Times(DateTime? Last, DateTime? Next);

    /// <summary>By the job's name; empty while no process has registered its jobs.</summary>
    public IReadOnlyDictionary<string, Times> Read()
    {
        using var connection = storage.GetReadOnlyConnection();
        return connection.GetRecurringJobs().ToDictionary(r => r.Id, r => new Times(r.LastExecution, r.NextExecution));
    }
}

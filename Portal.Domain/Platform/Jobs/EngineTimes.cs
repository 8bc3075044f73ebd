using Hangfire;
using Hangfire.Storage;

namespace Portal.Domain.Platform.Jobs;

/// <summary>When Hangfire last started each job on schedule, and when it will start it next.</summary>
public sealed class EngineTimes(JobStorage storage)
{
    /// <summary>Both times, UTC; null for never run and not scheduled.</summary>
    public sealed record Times(DateTime? Last, DateTime? Next);

    /// <summary>The times by job name; empty until a process has registered its jobs.</summary>
    public IReadOnlyDictionary<string, Times> Read()
    {
        using var connection = storage.GetReadOnlyConnection();
        return connection.GetRecurringJobs().ToDictionary(r => r.Id, r => new Times(r.LastExecution, r.NextExecution));
    }
}

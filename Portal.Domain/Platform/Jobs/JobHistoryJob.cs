using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Deletes records of job runs older than 90 days.</summary>
[Recurring("Delete old job records", DailyAt = "03:30")]
public sealed class JobHistoryJob(PortalDb db, TimeProvider clock) : ISweep
{
    /// <inheritdoc />
    public Task<int> RunAsync(CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow().AddDays(-90).UtcDateTime;
        return db.Set<JobRun>().Where(r => r.StartedAt < oldest).ExecuteDeleteAsync(cancellation);
    }
}

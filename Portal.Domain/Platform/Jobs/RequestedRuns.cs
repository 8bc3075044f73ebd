using Hangfire;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Starts runs an administrator requested, in whichever process.</summary>
internal sealed class RequestedRuns(IEnumerable<RecurringJob> jobs)
{
    public async Task StartAsync(PortalDb db, JobStorage storage, CancellationToken cancellation)
    {
        foreach (var name in await db.Set<JobState>().Where(s => s.RequestedAt != null).Select(s => s.Job).ToListAsync(cancellation))
        {
            var taken = await db.Set<JobState>().Where(s => s.Job == name && s.RequestedAt != null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.RequestedAt, (DateTime?)null), cancellation);
            if (taken == 1 && jobs.FirstOrDefault(j => j.Name == name) is { } job)
                new BackgroundJobClient(storage).Create(
                    EngineSchedule.Run(job, runs => runs.ByHand(job.Name, CancellationToken.None)), new EnqueuedState(job.Queue));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Portal.Domain.Platform.Jobs;

/// <summary>Starts the runs that an administrator asked for, whichever process was asked.</summary>
[DisallowConcurrentExecution]
internal sealed class RequestedRunsJob(PortalDb db, IEnumerable<RecurringJob> jobs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var wished = await db.Set<JobState>().Where(s => s.RequestedAt != null).Select(s => s.Job).ToListAsync(cancellationToken);
        foreach (var name in wished)
        {
            var taken = await db.Set<JobState>().Where(s => s.Job == name && s.RequestedAt != null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.RequestedAt, (DateTime?)null), cancellationToken);
            if (taken == 1 && jobs.Any(j => j.Name == name))
                await context.Scheduler.TriggerJob(new JobKey(name), new JobDataMap { ["byHand"] = "yes" }, cancellationToken);
        }
    }
}

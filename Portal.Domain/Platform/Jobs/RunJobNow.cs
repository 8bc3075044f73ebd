using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Platform.Jobs;

/// <summary>An administrator wanted a job to run at once.</summary>
public sealed record JobRunRequested(string Job) : IEvent;

/// <summary>Asks for a run; the process that has the Jobs role notices within seconds.</summary>
public sealed class RunJobNow(PortalDb db, TimeProvider clock, IEnumerable<RecurringJob> jobs)
{
    /// <summary>Asking twice before it starts asks once.</summary>
    public async Task<Outcome> ExecuteAsync(string job, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.RunJobs) is { } refusal)
            return refusal;
        if (jobs.All(j => j.Name != job))
            return new Outcome.NotFound();
        var state = await db.Set<JobState>().SingleOrDefaultAsync(s => s.Job == job, cancellation);
        if (state is null)
            db.Add(state = new JobState { Job = job });
        state.RequestedAt = clock.GetUtcNow().UtcDateTime;
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new JobRunRequested(job));
        return await db.CommitAsync(cancellation);
    }
}

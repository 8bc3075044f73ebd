using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Platform.Jobs;

/// <summary>An administrator requested an immediate run of a job.</summary>
public sealed record JobRunRequested(string Job) : IEvent;

/// <summary>Requests an immediate run of a job. A process with the Jobs role picks it up within seconds.</summary>
public sealed class RunJobNow(PortalDb db, TimeProvider clock, IEnumerable<RecurringJob> jobs)
{
    /// <summary>Requests the run. Requesting it again before it starts has no effect.</summary>
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

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Inquiries.Deadlines;

/// <summary>Staff ended a deadline.</summary>
public sealed record DeadlineEnded(Guid DeadlineId) : IEvent;

/// <summary>Ends a deadline that was met or that no longer matters. Nothing else does: closing the case leaves it running.</summary>
public sealed class EndDeadline(PortalDb db, TimeProvider clock)
{
    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid deadlineId, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(caseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var deadline = await db.Set<RunningDeadline>().SingleOrDefaultAsync(d => d.Id == deadlineId && d.CaseId == @case.Id, cancellation);
        if (deadline is null)
            return new Outcome.NotFound();
        if (deadline.EndedAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        deadline.End(now);
        db.Record(this, now, actor, @case.Id, new DeadlineEnded(deadline.Id));
        return await db.CommitAsync(cancellation);
    }
}

using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>A staff member called the person a safety alert is about and reached no one.</summary>
public sealed record SafetyCallUnanswered(Guid AlertId) : IEvent;

/// <summary>A staff member who was calling reached no one. The alert stays, and colleagues can call right away.</summary>
public sealed class EndSafetyCall(PortalDb db, TimeProvider clock)
{
    /// <summary>The case.</summary>
    public sealed record Command(Guid CaseId);

    /// <summary>Ends the call. Nothing changes unless the actor is the one calling.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.OpenAlertsAsync(@case.Id, cancellation);
        var mine = open.Where(a => a.CallingNow(now) is { } caller && caller == actor.Id).ToList();
        if (mine.Count == 0)
            return Outcome.Done;
        foreach (var alert in mine)
            alert.EndCall();
        db.Record(this, now, actor, @case.Id, new SafetyCallUnanswered(mine[0].Id));
        return await db.CommitAsync(cancellation);
    }
}

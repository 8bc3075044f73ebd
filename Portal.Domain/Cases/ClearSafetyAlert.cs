using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>A staff member read what set off the safety alert and reached the person.</summary>
public sealed record SafetyAlertCleared : IEvent;

/// <summary>
/// Clears the safety alert once staff have reached the person, so a new one is noticed. Anything the person wrote in the
/// meantime makes the form stale.
/// </summary>
public sealed class ClearSafetyAlert(PortalDb db, TimeProvider clock)
{
    /// <summary>The case as the form saw it.</summary>
    public sealed record Command(Guid CaseId, int? Version);

    /// <summary>Clears the alert. If there is none, nothing changes.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (!@case.SafetyAlert)
            return Outcome.Done;
        @case.SafetyAlert = false;
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new SafetyAlertCleared());
        return await db.CommitAsync(cancellation);
    }
}

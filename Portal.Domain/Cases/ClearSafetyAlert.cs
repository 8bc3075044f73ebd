using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>Somebody read the words that set off the safety alert, and saw to the person.</summary>
public sealed record SafetyAlertCleared : IEvent;

/// <summary>
/// Staff looked after the person whose words may have spoken of self-harm; the alert goes, so that the next one is seen.
/// Something the person wrote meanwhile makes the form stale.
/// </summary>
public sealed class ClearSafetyAlert(PortalDb db, TimeProvider clock)
{
    /// <summary>The case as the form saw it.</summary>
    public sealed record Command(Guid CaseId, int? Version);

    /// <summary>Puts the alert down. Without one nothing changes.</summary>
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

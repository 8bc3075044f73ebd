using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>Staff checked the address and confirmed that the office may help.</summary>
public sealed class ConfirmResidency(PortalDb db, TimeProvider clock)
{
    /// <summary>The case as the form saw it.</summary>
    public sealed record Command(Guid CaseId, int? Version);

    /// <summary>Confirms the residency. Confirming it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.Residency == ResidencyFinding.Confirmed)
            return Outcome.Done;
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new ResidencyConfirmed(@case.Residency));
        @case.Residency = ResidencyFinding.Confirmed;
        return await db.CommitAsync(cancellation);
    }
}

using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>A staff member is calling the person a safety alert is about.</summary>
public sealed record SafetyCallStarted(Guid AlertId) : IEvent;

/// <summary>
/// A staff member says "I'm calling now." For <see cref="SafetyAlert.CallMinutes"/> minutes colleagues see it and don't call too; after
/// that, anyone may call again.
/// </summary>
public sealed class StartSafetyCall(PortalDb db, StaffDirectory staff, TimeProvider clock)
{
    /// <summary>The case.</summary>
    public sealed record Command(Guid CaseId);

    /// <summary>Starts the call. Refused while a colleague is calling; without an open alert, nothing changes.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.OpenAlertsAsync(@case.Id, cancellation);
        if (open.Count == 0 || actor.Id is not { } caller)
            return Outcome.Done;
        if (open.Find(a => a.CallingNow(now) is { } other && other != caller) is { } taken)
            return new Outcome.Refused(
                "{0} is calling this person now. If no one has reached the person by then, you can call in {1} minutes.",
                (await staff.NamesAsync(cancellation)).GetValueOrDefault(taken.CallerId!.Value, ""),
                Math.Max(1, (int)Math.Ceiling((taken.CallingAt!.Value.AddMinutes(SafetyAlert.CallMinutes) - now).TotalMinutes)));
        foreach (var alert in open)
            alert.Call(caller, now);
        db.Record(this, now, actor, @case.Id, new SafetyCallStarted(open[0].Id));
        return await db.CommitAsync(cancellation);
    }
}

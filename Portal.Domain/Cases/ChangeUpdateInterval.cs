using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>Sets how often this constituent hears from us, and the next promised date with it.</summary>
public sealed class ChangeUpdateInterval(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and the days between updates.</summary>
    public sealed record Command(Guid CaseId, int? Version, int Days);

    /// <summary>Changes the interval. The promised date can move earlier but never later, because a promise is kept.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (command.Days is < 1 or > 90)
            return new Outcome.Refused("Enter 1 to 90 days.");
        var now = clock.GetUtcNow().UtcDateTime;
        var next = UpdatePromise.Next(await calendars.ReadAsync(cancellation), now, command.Days);
        db.Record(this, now, actor, @case.Id, new UpdateIntervalChanged(@case.UpdateIntervalDays, command.Days));
        @case.UpdateIntervalDays = command.Days;
        @case.PromiseSooner(next);
        return await db.CommitAsync(cancellation);
    }
}

using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Cases;

/// <summary>Staff set another priority than the answers gave. A more urgent case is promised word sooner.</summary>
public sealed class ChangePriority(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and its new priority.</summary>
    public sealed record Command(Guid CaseId, int? Version, Priority Priority);

    /// <summary>Changes it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (file, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (file.Priority == command.Priority)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Record(now, actor, file.Id, new PriorityChanged(file.Priority, command.Priority));
        var rises = command.Priority < file.Priority;
        file.Priority = command.Priority;
        if (rises && !file.IsClosed)
            await HurryAsync(file, now, cancellation);
        return await db.CommitAsync(cancellation);
    }

    // What is more urgent is answered sooner, and given to somebody at once.
    private async Task HurryAsync(Case file, DateTime now, CancellationToken cancellation)
    {
        file.PromiseSooner(UpdatePromise.First(await calendars.ReadAsync(cancellation), now, file.Priority));
        if (file is { AssignedToId: null, RoutedAt: not null })
            file.RouteAgain(now);
    }
}

using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>Staff set another priority than the answers gave.</summary>
public sealed class ChangePriority(PortalDb db, TimeProvider clock)
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
        db.Record(clock.GetUtcNow().UtcDateTime, actor, file.Id, new PriorityChanged(file.Priority, command.Priority));
        file.Priority = command.Priority;
        return await db.CommitAsync(cancellation);
    }
}

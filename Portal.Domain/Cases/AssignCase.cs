using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>
/// Assigns a case to a staff member, or unassigns it. Anyone who works on intake may take an unassigned case; other changes
/// need <see cref="Permission.AssignCases"/>.
/// </summary>
public sealed class AssignCase(PortalDb db, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and who gets it; null unassigns it.</summary>
    public sealed record Command(Guid CaseId, int? Version, Guid? AssigneeId)
    {
        /// <summary>Whether this undoes an assignment. The previous owner may be someone who can take cases but not be assigned them.</summary>
        public bool GivesBack { get; init; }
    }

    /// <summary>Assigns the case. Assigning it to the same person again changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var needed = command.AssigneeId is not null && command.AssigneeId == actor.Id ? Permission.TakeCases : Permission.AssignCases;
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, needed, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.AssignedToId == command.AssigneeId)
            return Outcome.Done;
        // Taking an unassigned case is one thing; taking it from a coworker needs the stronger permission.
        if (@case.AssignedToId is not null && actor.Demand(Permission.AssignCases) is { } notFree)
            return notFree;
        if (command.AssigneeId is { } wanted && wanted != actor.Id && await WhyNotAsync(wanted, command.GivesBack, cancellation) is { } why)
            return why;
        var from = @case.AssignedToId;
        @case.AssignTo(command.AssigneeId);
        @case.RoutedAt ??= clock.GetUtcNow().UtcDateTime;
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new CaseAssigned(from, command.AssigneeId));
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome?> WhyNotAsync(Guid wanted, bool givesBack, CancellationToken cancellation) =>
        await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == wanted, cancellation) switch
        {
            null or { DisabledAt: not null } => new Outcome.Refused("That person no longer works here. Choose someone else."),
            { MayBeGivenCases: false } when !givesBack => new Outcome.Refused("That person doesn't work on cases. Choose someone else."),
            _ => null,
        };
}

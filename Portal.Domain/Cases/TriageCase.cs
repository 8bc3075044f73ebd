using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>
/// Accepts a new case with everything that's judged when it comes in: whether we serve the person, which agency it's about, and how
/// urgent it is. What isn't known stops it.
/// </summary>
public sealed class TriageCase(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and its priority.</summary>
    public sealed record Command(Guid CaseId, int? Version, Priority Priority)
    {
        /// <summary>Whether a doubtful address was checked and is in the area we serve.</summary>
        public bool LivesHere { get; init; }
    }

    /// <summary>The residency must be judged first.</summary>
    public static readonly Outcome.Refused ResidencyUnknown = new("Check the address first: does this person live in the area we serve?");

    /// <summary>The topic must be chosen first.</summary>
    public static readonly Outcome.Refused TopicUnknown = new("Choose the topic first. We don't know yet which agency this is about.");

    /// <summary>Accepts it, and takes it if no one has it. Doing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        // The second of two clicks still sends the version from before the first.
        if (refusal is Outcome.Stale && @case.AcceptedAt is not null && @case.AssignedToId == actor.Id)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (@case.AcceptedAt is not null)
            return Outcome.Done;
        if (@case.Residency.IsDoubtful() && !command.LivesHere)
            return ResidencyUnknown;
        if (@case.AgencyCode is null)
            return TopicUnknown;
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        if (@case.Residency.IsDoubtful())
        {
            db.Record(act, @case.Id, new ResidencyConfirmed(@case.Residency));
            @case.Residency = ResidencyFinding.Confirmed;
        }

        @case.Accept(act.At);
        if (@case.AssignedToId is null)
            @case.AssignTo(actor.Id);
        await db.ReprioritizeAsync(act, @case, command.Priority, await calendars.ReadAsync(cancellation), cancellation);
        db.Record(act, @case.Id, new CaseAccepted());
        return await db.CommitAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Cases;

/// <summary>The safety alert was cleared: a staff member reached the person.</summary>
/// <param name="ReachedById">Who reached them.</param>
/// <param name="ReachedAt">When, UTC.</param>
public sealed record SafetyAlertCleared(Guid ReachedById, DateTime ReachedAt, ReachedHow How) : IEvent;

/// <summary>
/// Clears the safety alert by saying who reached the person, when, and how. Anything the person wrote in the meantime makes the form
/// stale, so that a new alarm isn't cleared unread.
/// </summary>
public sealed class RecordPersonReached(PortalDb db, TimeProvider clock)
{
    /// <summary>The longest note, in characters.</summary>
    public const int MaxNote = 2_000;

    /// <summary>The case as the form saw it, and who reached the person, when (UTC), and how.</summary>
    public sealed record Command(Guid CaseId, int? Version, Guid ReachedById, DateTime ReachedAt, ReachedHow How)
    {
        /// <summary>What else staff should know; null for nothing.</summary>
        public string? Note { get; init; }
    }

    /// <summary>Clears every open alert of the case. If there is none, nothing changes.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.Danger is null)
            return Outcome.Done;
        var open = await db.OpenAlertsAsync(@case.Id, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        if (command.ReachedAt > now.AddMinutes(1))
            return new Outcome.Refused("Check the time. It can't be in the future.");
        if (open.Exists(a => command.ReachedAt < a.RaisedAt.AddMinutes(-1)))
            return new Outcome.Refused("Check the time. It can't be before the person wrote.");
        if (!string.IsNullOrEmpty(command.Note) && !TextLength.Fits(command.Note, MaxNote))
            return new Outcome.Refused("Enter a note of 2,000 characters or fewer.");
        if (!await db.Set<StaffMember>().AnyAsync(s => s.Id == command.ReachedById, cancellation))
            return new Outcome.Refused("Choose who reached the person.");
        foreach (var alert in open)
            alert.Reach(command.ReachedById, command.ReachedAt, command.How, string.IsNullOrWhiteSpace(command.Note) ? null : command.Note);
        @case.EndAlarm();
        db.Record(this, now, actor, @case.Id, new SafetyAlertCleared(command.ReachedById, command.ReachedAt, command.How));
        return await db.CommitAsync(cancellation);
    }
}

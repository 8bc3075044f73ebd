using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Cases;

/// <summary>
/// Staff read what the constituent wrote or sent, and it needs no answer, such as a "thank you" or an expected document.
/// Refused as stale if something arrived that the page didn't show.
/// </summary>
public sealed class MarkAsRead(PortalDb db, TimeProvider clock)
{
    private const int LookedBack = 50;

    /// <summary>
    /// The case as the form saw it, and the newest activity entry the page showed; null <paramref name="Seen"/> skips that check.
    /// </summary>
    public sealed record Command(Guid CaseId, int? Version, Guid? Seen);

    /// <summary>Marks it as read. If nothing is waiting, nothing changes.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (@case.UnansweredSince is null)
            return Outcome.Done;
        // For forms without a version, this tells what the page had shown.
        if (command.Seen is { } seen && await CameSinceAsync(@case.Id, seen, cancellation))
            return new Outcome.Stale();
        @case.ClearUnanswered();
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new MarkedAsRead());
        return await db.CommitAsync(cancellation);
    }

    private async Task<bool> CameSinceAsync(Guid caseId, Guid seen, CancellationToken cancellation)
    {
        var newest = await db.Set<ActivityEntry>().AsNoTracking().Where(e => e.CaseId == caseId && e.EventName != nameof(CasePageOpened)).OrderByDescending(e => e.Id)
            .Take(LookedBack).Select(e => new { e.Id, e.ActorKind }).ToListAsync(cancellation);
        return newest.TakeWhile(e => e.Id != seen).Any(e => e.ActorKind == ActorKind.Constituent);
    }
}

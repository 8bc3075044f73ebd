using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// The person withdraws a release. From now on nothing more is sent under it, and the caseworker is alerted; what was already
/// sent stays in the record.
/// </summary>
public sealed class WithdrawRelease(PortalDb db, TimeProvider clock)
{
    /// <summary>Whether the release can be withdrawn by this actor. Pages check this before they ask for confirmation.</summary>
    public async Task<bool> IsPossibleAsync(Guid releaseId, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId, cancellation);
        return release is not null && release.Status.IsLive()
            && actor.DemandRelease(
                release, await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation), Permission.WorkCases) is null;
    }

    /// <summary>Withdraws the release. Withdrawing it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Guid releaseId, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == releaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (actor.DemandRelease(release, @case, Permission.WorkCases) is { } refusal)
            return refusal;
        if (!release.Status.IsLive())
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        release.Withdraw(now);
        await DropPendingAsync(@case, release, actor, now, cancellation);
        if (!@case.IsClosed)
            db.NoteConstituentActivity(@case, now);
        await db.EndExceptionsAsync(new(this, actor, now), @case.Id, release.AgencyCode, cancellation);
        @case.EndAsk(release.Id);
        db.Record(this, now, actor, @case.Id, new ReleaseWithdrawn(release.Id, release.AgencyCode));
        if (release is { Signature: not null, SignerEmail: { } email })
            db.Queue(
                now, new ReleaseWithdrawnMail(release.LinkToken, actor.Kind == ActorKind.Staff), new(email, release.Language),
                @case.Id, release.Id);
        return await db.CommitAsync(cancellation);
    }

    // A renewal that's already requested would keep reminding a person who has just withdrawn.
    private async Task DropPendingAsync(Case @case, PrivacyRelease withdrawn, Actor actor, DateTime now, CancellationToken cancellation)
    {
        foreach (var pending in await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == withdrawn.CaseId && r.AgencyCode == withdrawn.AgencyCode && r.PartyId == withdrawn.PartyId
                && r.Id != withdrawn.Id && r.Status == ReleaseStatus.Requested)
            .ToListAsync(cancellation))
            db.DropRequest(new(this, actor, now), @case, pending);
    }
}

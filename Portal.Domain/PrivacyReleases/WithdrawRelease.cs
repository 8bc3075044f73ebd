using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The person takes a release back: nothing more is sent from now on, and the caseworker sees it. What was sent stays in the record.</summary>
public sealed class WithdrawRelease(PortalDb db, TimeProvider clock)
{
    /// <summary>Whether there is something to take back, and this actor may: what a page asks before it asks the person.</summary>
    public async Task<bool> IsPossibleAsync(Guid releaseId, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId, cancellation);
        return release is not null && release.Status.IsLive()
            && actor.DemandRelease(release, await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation), Permission.WorkCases) is null;
    }

    /// <summary>Takes it back. Doing it twice changes nothing.</summary>
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
            db.Queue(now, new ReleaseWithdrawnMail(release.LinkToken, actor.Kind == ActorKind.Staff), email, release.Language, @case.Id, release.Id);
        return await db.CommitAsync(cancellation);
    }

    // A renewal that was asked for already would go on reminding somebody who has just said no.
    private async Task DropPendingAsync(Case @case, PrivacyRelease withdrawn, Actor actor, DateTime now, CancellationToken cancellation)
    {
        foreach (var pending in await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == withdrawn.CaseId && r.AgencyCode == withdrawn.AgencyCode && r.PartyId == withdrawn.PartyId && r.Id != withdrawn.Id && r.Status == ReleaseStatus.Requested)
            .ToListAsync(cancellation))
        {
            pending.Drop(now);
            @case.EndAsk(pending.Id);
            db.Record(this, now, actor, withdrawn.CaseId, new ReleaseNoLongerNeeded(pending.Id, pending.AgencyCode));
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Staff;

namespace Portal.Domain.Messages;

/// <summary>The constituent did what was asked, or staff drop the wish. When nothing else is asked, it is our turn again.</summary>
public sealed class EndInformationRequest(PortalDb db, TimeProvider clock)
{
    /// <summary>The wish that ends.</summary>
    public sealed record Command(Guid CaseId, Guid InformationRequestId);

    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (file, refusal) = await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.MessageConstituents, cancellation);
        if (refusal is not null)
            return refusal;
        var wish = await db.Set<InformationRequest>().SingleOrDefaultAsync(r => r.Id == command.InformationRequestId && r.CaseId == file.Id, cancellation);
        if (wish is null)
            return new Outcome.NotFound();
        if (!wish.IsOpen || file.IsClosed)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        if (actor.Kind == ActorKind.Constituent)
        {
            wish.AnsweredAt = now;
            db.Hear(file, now);
            db.Record(now, actor, file.Id, new InformationProvided(wish.Id));
        }
        else
        {
            wish.CancelledAt = now;
            db.Record(now, actor, file.Id, new InformationRequestCancelled(wish.Id));
        }

        await db.NothingAskedAnyMoreAsync(file, wish.Id, null, cancellation);
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Whose turn it is when a wish ends or a release is signed.</summary>
internal static class Asking
{
    /// <summary>Moves the case back to the office when nothing else is asked of the constituent.</summary>
    public static async Task NothingAskedAnyMoreAsync(
        this PortalDb db, Case file, Guid? endedWish, Guid? signedRelease, CancellationToken cancellation)
    {
        if (file.Status != CaseStatus.WaitingOnConstituent)
            return;
        var wishes = await db.Set<InformationRequest>()
            .AnyAsync(r => r.CaseId == file.Id && r.Id != endedWish && r.AnsweredAt == null && r.CancelledAt == null, cancellation);
        var releases = await db.Set<PrivacyRelease>()
            .AnyAsync(r => r.CaseId == file.Id && r.Id != signedRelease && r.Status == ReleaseStatus.Requested, cancellation);
        // Two that end at once must not each take the other for open.
        db.CountAsChanged(file);
        if (!wishes && !releases)
            file.MoveTo(await db.StatusInOfficeAsync(file, cancellation));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

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
            db.Record(this, now, actor, file.Id, new InformationProvided(wish.Id));
        }
        else
        {
            wish.CancelledAt = now;
            db.Record(this, now, actor, file.Id, new InformationRequestCancelled(wish.Id));
        }

        file.EndAsk(wish.Id);
        return await db.CommitAsync(cancellation);
    }
}

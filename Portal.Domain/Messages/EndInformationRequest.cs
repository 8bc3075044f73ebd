using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Messages;

/// <summary>
/// The constituent did what we asked, or staff cancel the request. If nothing else is open, it's the office's turn again.
/// </summary>
public sealed class EndInformationRequest(PortalDb db, TimeProvider clock)
{
    /// <summary>The request to end.</summary>
    public sealed record Command(Guid CaseId, Guid InformationRequestId);

    /// <summary>Ends the request. Ending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.MessageConstituents, cancellation);
        if (refusal is not null)
            return refusal;
        var request = await db.Set<InformationRequest>()
            .SingleOrDefaultAsync(r => r.Id == command.InformationRequestId && r.CaseId == @case.Id, cancellation);
        if (request is null)
            return new Outcome.NotFound();
        if (!request.IsOpen || @case.IsClosed)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        if (actor.Kind == ActorKind.Constituent)
        {
            request.AnsweredAt = now;
            db.NoteConstituentActivity(@case, now);
            db.Record(this, now, actor, @case.Id, new InformationProvided(request.Id));
        }
        else
        {
            request.CanceledAt = now;
            db.Record(this, now, actor, @case.Id, new InformationRequestCanceled(request.Id));
        }

        @case.EndAsk(request.Id);
        return await db.CommitAsync(cancellation);
    }
}

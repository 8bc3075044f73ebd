using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Takes a letter out of the outbox, so that it can be changed or thrown away.</summary>
public sealed class TakeBackLetter(PortalDb db, TimeProvider clock)
{
    /// <summary>Takes it back. Refused once it has gone out.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid letterId, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ContactAgencies) is { } refusal)
            return refusal;
        var draft = await db.Set<LetterDraft>().SingleOrDefaultAsync(d => d.Id == letterId && d.CaseId == caseId, cancellation);
        if (draft is null)
            return await db.IsLetterSentAsync(caseId, letterId, cancellation)
                ? new Outcome.Refused("This letter has already been sent.")
                : new Outcome.NotFound();
        if (!draft.IsGoing)
            return Outcome.Done;
        draft.TakeBack();
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, caseId, new LetterTakenBack(draft.Id, LetterContent.Read(draft.Content).AgencyCode));
        return await db.CommitAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Throws a draft away. It's recorded only for a letter that waited for another person or was signed; before that, nothing happened.</summary>
public sealed class DropLetter(PortalDb db, LetterPress press, TimeProvider clock)
{
    /// <summary>Throws it away. Doing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid letterId, Actor actor, CancellationToken cancellation)
    {
        var (_, refusal) = await db.LoadCaseAsync(caseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<LetterDraft>().SingleOrDefaultAsync(d => d.Id == letterId && d.CaseId == caseId, cancellation) is not { } draft)
            return await db.IsLetterSentAsync(caseId, letterId, cancellation)
                ? new Outcome.Refused("This letter has already been sent.")
                : Outcome.Done;
        if (draft.IsGoing)
            return new Outcome.Refused("This letter is about to go out. Choose “Don't send” first.");
        if (draft.IsSettled)
            db.Record(this, clock.GetUtcNow().UtcDateTime, actor, caseId, new LetterDropped(draft.Id, LetterContent.Read(draft.Content).AgencyCode));
        db.Remove(draft);
        var outcome = await db.CommitAsync(cancellation);
        if (outcome.Succeeded && draft.PrintedName is { } printed)
            await press.ForgetAsync(printed);
        return outcome;
    }
}

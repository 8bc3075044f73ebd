using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Throws a draft away. Nothing happened yet, so nothing is recorded.</summary>
public sealed class DropLetter(PortalDb db)
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
        db.Remove(draft);
        return await db.CommitAsync(cancellation);
    }
}

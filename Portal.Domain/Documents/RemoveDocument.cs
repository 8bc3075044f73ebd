using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Files;

namespace Portal.Domain.Documents;

/// <summary>Removes a document while the request is still a draft.</summary>
public sealed class RemoveDocument(PortalDb db, IDocumentStore store)
{
    /// <summary>Removes the document. Removing it twice changes nothing; refused once the request was sent.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid documentId, Actor actor, CancellationToken cancellation)
    {
        if (actor.DemandCase(caseId, Permission.WorkCases) is { } refusal)
            return refusal;
        if (!await db.Set<HelpRequest>().AnyAsync(r => r.Id == caseId && r.SubmittedAt == null, cancellation))
            return new Outcome.Refused("You already sent this request, so files can't be removed here. Message us if one is wrong.");
        var document = await db.Set<Document>().SingleOrDefaultAsync(d => d.Id == documentId && d.CaseId == caseId, cancellation);
        if (document is null)
            return Outcome.Done;
        db.Remove(document);
        var outcome = await db.CommitAsync(cancellation);
        foreach (var name in outcome.Succeeded ? document.StoredNames : [])
            await store.DeleteAsync(name, CancellationToken.None);
        return outcome;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Documents;

/// <summary>Opens the harmless copy of a document and records that it was opened.</summary>
public sealed class OpenDocument(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    /// <summary>The decrypted bytes with the file's name and media type.</summary>
    public sealed record Opened(Stream Content, string FileName, string ContentType) : Outcome.Success;

    /// <summary>Opens the document.</summary>
    public async Task<Outcome> ExecuteAsync(Guid caseId, Guid documentId, Actor actor, CancellationToken cancellation)
    {
        if (actor.DemandCase(caseId, Permission.OpenDocuments) is { } refusal)
            return refusal;
        var document = await db.Set<Document>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId && d.CaseId == caseId, cancellation);
        if (document is null || (actor.Kind == ActorKind.Constituent && document.SharedAt is null))
            return new Outcome.NotFound();
        if (!document.CanOpen)
            return new Outcome.Refused("This file can't be opened. It's still being checked for viruses, or the check found a threat.");
        var content = await store.OpenReadAsync(await vault.OpenAsync(caseId, cancellation), document.CopyName!, cancellation);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, caseId, new DocumentOpened(documentId));
        return await db.CommitAsync(cancellation, new Opened(content, document.FileName, document.ContentType));
    }
}

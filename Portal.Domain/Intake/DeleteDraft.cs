using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>Erases a draft at its writer's request. A submitted request is kept.</summary>
public sealed class DeleteDraft(PortalDb db, Drafts drafts, Vault vault, IDocumentStore store)
{
    /// <summary>Erases the draft the token opens. Erasing it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(string? token, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        return await drafts.LoadAsync(token, cancellation) is { IsDraft: true } draft
            ? await EraseAsync(draft, cancellation)
            : Outcome.Done;
    }

    /// <summary>Erases a loaded draft: its key and rows in one save, then its files, which no one can decrypt anymore.</summary>
    internal async Task<Outcome> EraseAsync(HelpRequest draft, CancellationToken cancellation)
    {
        var documents = await db.Set<Document>().Where(d => d.CaseId == draft.Id).ToListAsync(cancellation);
        db.RemoveRange(documents);
        db.Remove(draft);
        await vault.EraseAsync(draft.Id, cancellation);
        var outcome = await db.CommitAsync(cancellation);
        if (outcome.Succeeded)
            foreach (var name in documents.SelectMany(d => d.StoredNames))
                await store.DeleteAsync(name, cancellation);
        return outcome;
    }
}

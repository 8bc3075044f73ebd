using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Intake;

/// <summary>Erases drafts: one when its writer leaves the computer, all whose 30 days are over. The key goes, then the files.</summary>
[Recurring("Delete abandoned drafts", Hours = 1)]
public sealed class DraftExpiredJob(PortalDb db, Vault vault, IDocumentStore store, SecretCode secrets, TimeProvider clock) : ISweep
{
    private const int Batch = 100;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var over = await db.Set<HelpRequest>().Where(r => r.ExpiresAt < now && r.SubmittedAt == null).OrderBy(r => r.ExpiresAt).Take(Batch).ToListAsync(cancellation);
        foreach (var draft in over)
            await EraseAsync(draft, cancellation);
        return over.Count;
    }

    /// <summary>Erases the draft the token opens; a submitted request stays.</summary>
    public async Task<Outcome> EraseAsync(string token, CancellationToken cancellation)
    {
        var hash = secrets.Hash(Drafts.TokenPurpose, "", token);
        var draft = await db.Set<HelpRequest>().SingleOrDefaultAsync(r => r.TokenHash == hash, cancellation);
        if (draft is { IsDraft: true })
            await EraseAsync(draft, cancellation);
        return Outcome.Done;
    }

    private async Task EraseAsync(HelpRequest draft, CancellationToken cancellation)
    {
        var documents = await db.Set<Document>().Where(d => d.CaseId == draft.Id).ToListAsync(cancellation);
        db.RemoveRange(documents);
        db.Remove(draft);
        await vault.EraseAsync(draft.Id, cancellation);
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return;
        foreach (var name in documents.Select(d => d.StoredName).OfType<string>())
            await store.DeleteAsync(name, cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Intake;

/// <summary>Erases drafts whose 30 days are over.</summary>
[Recurring("Delete abandoned drafts", Hours = 1)]
public sealed class DraftExpiredJob(PortalDb db, DeleteDraft delete, TimeProvider clock) : ISweep
{
    private const int Batch = 100;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var over = await db.Set<HelpRequest>().Where(r => r.ExpiresAt < now && r.SubmittedAt == null).OrderBy(r => r.ExpiresAt).Take(Batch).ToListAsync(cancellation);
        foreach (var draft in over)
            await delete.EraseAsync(draft, cancellation);
        return over.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Intake;

/// <summary>Erases drafts 30 days after their last change.</summary>
[Recurring("Delete abandoned drafts", Hours = 1)]
public sealed class DraftExpiredJob(PortalDb db, DeleteDraft delete, TimeProvider clock) : ISweep
{
    private const int Batch = 100;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var expired = await db.Set<HelpRequest>()
            .Where(r => r.ExpiresAt < now && r.SubmittedAt == null)
            .OrderBy(r => r.ExpiresAt)
            .Take(Batch)
            .ToListAsync(cancellation);
        foreach (var draft in expired)
            await delete.EraseAsync(draft, cancellation);
        return expired.Count;
    }
}

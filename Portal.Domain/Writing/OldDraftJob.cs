using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Writing;

/// <summary>Deletes drafts that nobody came back to, and notes of who had which case open.</summary>
[Recurring("Delete old drafts", DailyAt = "03:10")]
public sealed class OldDraftJob(PortalDb db, TimeProvider clock) : ISweep
{
    /// <summary>How long a draft waits for its writer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    private static readonly TimeSpan PresenceKept = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<CasePresence>().Where(p => p.SeenAt < now - PresenceKept).ExecuteDeleteAsync(cancellation);
        return await db.Set<CaseDraft>().Where(d => d.SavedAt < now - Kept).ExecuteDeleteAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Platform.Bots;

/// <summary>Deletes expired puzzles. Their solutions are refused by date anyway.</summary>
[Recurring("Delete used spam-check puzzles", Hours = 1)]
public sealed class SpentChallengesExpiredJob(PortalDb db, TimeProvider clock) : ISweep
{
    /// <summary>Deletes the rows; returns how many.</summary>
    public Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<SpentChallenge>().Where(c => c.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
    }
}

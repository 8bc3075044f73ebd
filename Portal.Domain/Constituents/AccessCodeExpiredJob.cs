using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Constituents;

/// <summary>Deletes codes a day after they expired.</summary>
[Recurring("Delete old codes", Hours = 1)]
public sealed class AccessCodeExpiredJob(PortalDb db, TimeProvider clock) : ISweep
{
    /// <inheritdoc />
    public Task<int> RunAsync(CancellationToken cancellation)
    {
        var yesterday = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        return db.Set<AccessCode>().Where(c => c.ExpiresAt < yesterday).ExecuteDeleteAsync(cancellation);
    }
}

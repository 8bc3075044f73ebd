using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Staff;

/// <summary>Forgets sessions that ended.</summary>
[Recurring("Forget ended sessions", Minutes = 10)]
public sealed class SessionExpiredJob(PortalDb db, TimeProvider clock) : ISweep
{
    /// <inheritdoc />
    public Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<StaffSession>().Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
    }
}

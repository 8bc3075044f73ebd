using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Platform.Access;

/// <summary>Deletes expired sessions.</summary>
[Recurring("Delete ended sessions", Minutes = 10)]
public sealed class SessionExpiredJob(PortalDb db, TimeProvider clock) : ISweep
{
    /// <inheritdoc />
    public Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<Session>().Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
    }
}

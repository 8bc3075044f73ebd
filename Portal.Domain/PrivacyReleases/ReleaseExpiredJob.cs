using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Expires releases whose last day has passed.</summary>
[Recurring("Mark expired releases", Hours = 1)]
public sealed class ReleaseExpiredJob(PortalDb db, Calendars calendars, TimeProvider clock) : ISweep
{
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var over = await db.Set<PrivacyRelease>().Where(r => r.Status == ReleaseStatus.Signed && r.ExpiresOn < today).Take(Batch).ToListAsync(cancellation);
        foreach (var release in over)
        {
            release.Expire(now);
            db.Record(this, now, Actor.System(nameof(ReleaseExpiredJob)), release.CaseId, new ReleaseExpired(release.Id, release.AgencyCode));
        }

        return await db.CommitAsync(cancellation) is Outcome.Stale ? 0 : over.Count;
    }
}

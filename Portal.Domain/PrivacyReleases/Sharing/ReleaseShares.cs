using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>One link in the list staff see.</summary>
public sealed record ReleaseShareLine(Guid Id, string Recipient, string MadeBy, DateTime MadeAt, DateTime ExpiresAt, DateTime? RevokedAt)
{
    /// <summary>How many times the release was opened through it.</summary>
    public required int Views { get; init; }

    /// <summary>UTC; null when it was never opened.</summary>
    public required DateTime? LastViewedAt { get; init; }

    /// <summary>Whether it still opens the release.</summary>
    public required bool IsLive { get; init; }
}

/// <summary>The links to one release, newest first.</summary>
public sealed class ReleaseShares(PortalDb db, Calendars calendars, TimeProvider clock)
{
    private const int MaxShown = 100;

    /// <summary>The release and its links; null when the case has no such signed release.</summary>
    public async Task<(PrivacyRelease Release, IReadOnlyList<ReleaseShareLine> Lines)?> ReadAsync(
        Guid caseId, Guid releaseId, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId && r.CaseId == caseId, cancellation);
        if (release?.Signature is null)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var isInForce = release.IsInForce((await calendars.ReadAsync(cancellation)).DayOf(now));
        var rows = await db.Set<ReleaseShare>().AsNoTracking()
            .Where(s => s.ReleaseId == releaseId)
            .OrderByDescending(s => s.MadeAt).ThenByDescending(s => s.Id)
            .Take(MaxShown)
            .Select(s => new
            {
                Share = s,
                By = db.Set<StaffMember>().Where(m => m.Id == s.MadeById).Select(m => m.DisplayName).FirstOrDefault(),
                Views = db.Set<ReleaseShareView>().Count(v => v.ShareId == s.Id),
                Last = db.Set<ReleaseShareView>().Where(v => v.ShareId == s.Id).Max(v => (DateTime?)v.ViewedAt),
            }).ToListAsync(cancellation);
        return (release, [.. rows.Select(r => new ReleaseShareLine(
            r.Share.Id, r.Share.Recipient, r.By ?? "", r.Share.MadeAt, r.Share.ExpiresAt, r.Share.RevokedAt)
        {
            Views = r.Views,
            LastViewedAt = r.Last,
            IsLive = isInForce && r.Share.IsLive(now),
        })]);
    }
}

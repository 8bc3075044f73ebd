using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>A release waiting for review.</summary>
/// <param name="Since">When it came in, UTC.</param>
public sealed record ReleaseToCheck(Guid ReleaseId, string Reference, SealedText SubjectName, string AgencyCode, DateTime Since)
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Whether it was signed on paper, not on the website.</summary>
    public required bool OnPaper { get; init; }

    /// <summary>Whether someone signed it for the subject. If false for a website signature, the name signed differs.</summary>
    public required bool ForSomebodyElse { get; init; }
}

/// <summary>The releases waiting for review, oldest first.</summary>
public sealed class ReleasesToCheck(PortalDb db)
{
    private const int PageSize = 50;

    /// <summary>One page, and whether there is another.</summary>
    public async Task<(IReadOnlyList<ReleaseToCheck> Rows, bool More)> ReadAsync(Guid? after, CancellationToken cancellation)
    {
        var waiting = db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.Status == ReleaseStatus.Checking);
        if (after is { } last
            && await db.Set<PrivacyRelease>().Where(r => r.Id == last)
                .Select(r => r.PaperReceivedAt ?? (DateTime?)r.Signature!.SignedAt)
                .SingleOrDefaultAsync(cancellation) is { } from)
            waiting = waiting.Where(r => (r.PaperReceivedAt ?? r.Signature!.SignedAt) > from
                || ((r.PaperReceivedAt ?? r.Signature!.SignedAt) == from && r.Id.CompareTo(last) > 0));
        var rows = await waiting.OrderBy(r => r.PaperReceivedAt ?? r.Signature!.SignedAt).ThenBy(r => r.Id).Take(PageSize + 1)
            .Join(
                db.Set<Case>(), r => r.CaseId, c => c.Id,
                (r, c) => new { Release = r, c.Reference, Since = r.PaperReceivedAt ?? r.Signature!.SignedAt })
            .OrderBy(x => x.Since).ThenBy(x => x.Release.Id)
            .Select(x => new ReleaseToCheck(x.Release.Id, x.Reference, x.Release.SubjectName, x.Release.AgencyCode, x.Since)
            {
                CaseId = x.Release.CaseId,
                OnPaper = x.Release.Signature == null,
                ForSomebodyElse = x.Release.Capacity != SignerCapacity.Self,
            })
            .ToListAsync(cancellation);
        await db.ReadKeysAsync(rows.Select(r => r.CaseId), cancellation);
        foreach (var row in rows)
            db.Open<PrivacyRelease>(row.ReleaseId, (nameof(PrivacyRelease.SubjectName), row.SubjectName));
        return ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }
}

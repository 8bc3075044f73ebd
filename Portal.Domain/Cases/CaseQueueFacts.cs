using Microsoft.EntityFrameworkCore;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Cases;

/// <summary>What is missing on the cases of one page: three small queries, whatever the length of the queue.</summary>
public sealed class CaseQueueFacts(PortalDb db)
{
    /// <summary>The rows with what is missing.</summary>
    public async Task<IReadOnlyList<CaseQueueRow>> AddAsync(IReadOnlyList<CaseQueueRow> rows, DateOnly today, CancellationToken cancellation)
    {
        var ids = rows.Where(r => r.Status != CaseStatus.Closed).Select(r => r.Id).ToList();
        if (ids.Count == 0)
            return rows;
        var unsigned = (await db.Set<PrivacyRelease>().Where(r => ids.Contains(r.CaseId) && r.Status == ReleaseStatus.Requested)
            .Select(r => r.CaseId).ToListAsync(cancellation)).ToHashSet();
        var asked = (await db.Set<InformationRequest>().Where(r => ids.Contains(r.CaseId) && r.AnsweredAt == null && r.CancelledAt == null)
            .Select(r => new { r.CaseId, r.DueOn }).ToListAsync(cancellation)).ToLookup(r => r.CaseId, r => r.DueOn);
        var late = (await db.Set<AgencyInquiry>().Where(i => ids.Contains(i.CaseId) && i.EndedAt == null && i.ExpectedOn < today)
            .Select(i => new { i.CaseId, i.ExpectedOn, Escalated = i.EscalatedAt != null }).ToListAsync(cancellation)).ToLookup(i => i.CaseId);
        return [.. rows.Select(r => r with
        {
            Unsigned = unsigned.Contains(r.Id),
            AskedFor = asked[r.Id].Any() ? asked[r.Id].Min() : null,
            AgencyLateSince = late[r.Id].Any() ? late[r.Id].Min(i => i.ExpectedOn) : null,
            Escalated = late[r.Id].Any(i => i.Escalated),
        })];
    }
}

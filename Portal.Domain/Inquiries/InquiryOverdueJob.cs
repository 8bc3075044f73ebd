using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Inquiries;

/// <summary>Flags inquiries whose answer is late, and sets the next day to look again: every ten business days.</summary>
public sealed class InquiryOverdueJob(PortalDb db, Calendars calendars, TimeProvider clock) : ISweep
{
    private const int ChaseBusinessDays = 10;
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(now);
        var late = await db.Set<AgencyInquiry>().Where(i => i.EndedAt == null && i.ExpectedOn < today)
            .OrderBy(i => i.ExpectedOn).Take(Batch).ToListAsync(cancellation);
        foreach (var inquiry in late)
        {
            inquiry.OverdueAt ??= now;
            inquiry.Chases++;
            db.Record(now, Actor.System(nameof(InquiryOverdueJob)), inquiry.CaseId, new InquiryOverdue(inquiry.Id, inquiry.Chases, inquiry.ExpectedOn));
            inquiry.ExpectedOn = calendar.AddBusinessDays(today, ChaseBusinessDays);
        }

        await db.SaveChangesAsync(cancellation);
        return late.Count;
    }
}

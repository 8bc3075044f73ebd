using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Flags inquiries whose answer is late and marks a follow-up as due, repeating at the interval set for the agency. After
/// the agency's maximum number of follow-ups, escalates to the managers. The expected date never moves.
/// </summary>
[Recurring("Flag overdue inquiries", Hours = 1)]
public sealed class InquiryOverdueJob(PortalDb db, Calendars calendars, Managers managers, TimeProvider clock) : ISweep
{
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(now);
        // What may be the answer has to be read first.
        var late = await db.Set<AgencyInquiry>().Where(i => i.EndedAt == null && i.FollowUpOn <= today
                && !db.Set<Case>().Any(c => c.Id == i.CaseId && c.AnswerToConfirmSince != null))
            .OrderBy(i => i.FollowUpOn).Take(Batch).ToListAsync(cancellation);
        var codes = late.Select(i => i.AgencyCode).Distinct().ToList();
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, cancellation);
        foreach (var inquiry in late)
        {
            var agency = agencies[inquiry.AgencyCode];
            inquiry.FollowUpDue(now, calendar.AddBusinessDays(today, Math.Max(1, agency.FollowUpDays)));
            db.Record(
                this, now, Actor.System(nameof(InquiryOverdueJob)), inquiry.CaseId,
                new InquiryOverdue(inquiry.Id, inquiry.FollowUpsDue, inquiry.ExpectedOn));
            if (inquiry.FollowUpsDue > agency.FollowUpsBeforeEscalation && inquiry.EscalatedAt is null)
                await EscalateAsync(inquiry, agency, today, now, cancellation);
        }

        return await db.CommitAsync(cancellation) is Outcome.Stale ? 0 : late.Count;
    }

    private async Task EscalateAsync(AgencyInquiry inquiry, Agency agency, DateOnly today, DateTime now, CancellationToken cancellation)
    {
        inquiry.Escalate(now);
        var followUps = inquiry.FollowUpsDue - 1;
        var escalated = db.Record(this, now, Actor.System(nameof(InquiryOverdueJob)), inquiry.CaseId, new InquiryEscalated(inquiry.Id, followUps) { Sent = inquiry.FollowUpsSent });
        var reference = await db.Set<Case>().Where(c => c.Id == inquiry.CaseId).Select(c => c.Reference).SingleAsync(cancellation);
        foreach (var email in await managers.EmailsAsync(today, cancellation))
            db.Queue(now, new InquiryEscalatedMail(reference, agency.ShortWithArticle("en"), followUps, inquiry.FollowUpsSent), new(email, "en"), inquiry.CaseId, escalated);
    }
}

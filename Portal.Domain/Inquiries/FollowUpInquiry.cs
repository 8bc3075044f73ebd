using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Records a follow-up with an agency. The release or exception must still be valid today: nothing is sent under a
/// release that was withdrawn or has expired.
/// </summary>
public sealed class FollowUpInquiry(PortalDb db, ReadinessCheck readinessCheck, Calendars calendars, TimeProvider clock)
{
    /// <summary>The inquiry, and what was written or said.</summary>
    public sealed record Command(Guid CaseId, Guid InquiryId, InquiryMethod Method, string Body, Guid Key);

    /// <summary>Records the follow-up.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindAsync<InquiryFollowUp>([command.Key], cancellation) is not null)
            return Outcome.Done;
        var inquiry = await db.Set<AgencyInquiry>().SingleOrDefaultAsync(i => i.Id == command.InquiryId && i.CaseId == @case.Id, cancellation);
        if (inquiry is null)
            return new Outcome.NotFound();
        if (!inquiry.IsOpen)
            return new Outcome.Refused("This inquiry has ended. Send a new one.");
        if (!TextLength.Fits(command.Body, SendInquiry.MaxLength))
            return new Outcome.Refused("Enter what you asked the agency, in 10,000 characters or fewer.");
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(now);
        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == inquiry.AgencyCode, cancellation);
        if (await readinessCheck.OfAsync(@case, agency, cancellation) is Readiness.Missing missing)
            return new SendInquiry.ReleaseMissing(missing);
        var escalation = inquiry.GoesHigher;
        db.Add(new InquiryFollowUp
        {
            CaseId = @case.Id,
            Id = command.Key,
            InquiryId = inquiry.Id,
            Method = command.Method,
            Escalation = escalation,
            Body = command.Body,
            SentAt = now,
            SentById = actor.Id ?? Guid.Empty,
        });
        inquiry.FollowUp(calendar.AddBusinessDays(today, Math.Max(1, agency.FollowUpDays)));
        db.Record(this, now, actor, @case.Id, new InquiryFollowedUp(inquiry.Id, command.Key, command.Method, escalation));
        return await db.CommitAsync(cancellation);
    }
}

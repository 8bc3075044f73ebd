using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries;

/// <summary>Records an agency's answer. A final answer ends the inquiry and makes it the office's turn.</summary>
public sealed class RecordResponse(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>The inquiry as the form saw it, and its answer.</summary>
    public sealed record Command(Guid CaseId, Guid InquiryId, ResponseKind Kind, DateOnly ReceivedOn, string Summary, Guid Key);

    /// <summary>Records the answer.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.ContactAgencies, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindAsync<AgencyResponse>([command.Key], cancellation) is not null)
            return Outcome.Done;
        var inquiry = await db.Set<AgencyInquiry>().SingleOrDefaultAsync(i => i.Id == command.InquiryId && i.CaseId == @case.Id, cancellation);
        if (inquiry is null)
            return new Outcome.NotFound();
        if (!TextLength.Fits(command.Summary, SendInquiry.MaxLength))
            return new Outcome.Refused("Enter what the agency answered, in 10,000 characters or fewer.");
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (command.ReceivedOn > calendar.DayOf(now))
            return new Outcome.Refused("Check the date. The day the answer arrived can't be in the future.");
        if (command.ReceivedOn < calendar.DayOf(inquiry.SentAt))
            return new Outcome.Refused(
                "Check the date. The answer can't have arrived before we sent the inquiry on {0}.", calendar.DayOf(inquiry.SentAt));
        db.Add(new AgencyResponse
        {
            CaseId = @case.Id,
            Id = command.Key,
            InquiryId = inquiry.Id,
            Kind = command.Kind,
            ReceivedOn = command.ReceivedOn,
            Summary = command.Summary,
            RecordedById = actor.Id ?? Guid.Empty,
            RecordedAt = now,
        });
        await ApplyAsync(@case, inquiry, command, actor, now, calendar, cancellation);
        return await db.CommitAsync(cancellation);
    }

    private async Task ApplyAsync(
        Case @case, AgencyInquiry inquiry, Command command, Actor actor, DateTime now, OfficeCalendar calendar, CancellationToken cancellation)
    {
        if (command.Kind == ResponseKind.Final)
        {
            inquiry.End(now);
            @case.ReceiveAnswer(inquiry.Id, now);
            db.Record(this, now, actor, @case.Id, new FinalResponseReceived(inquiry.Id, command.Key));
            if (@case.ContactEmail is { } email)
                db.Queue(now, new AgencyAnsweredMail(@case.Reference), new(email, @case.Language), @case.Id, command.Key);
            return;
        }

        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == inquiry.AgencyCode, cancellation);
        var days = command.Kind == ResponseKind.Acknowledgment
            ? agency.InterimDays ?? AnswerWaits.Usual.Interim
            : agency.FinalDays ?? AnswerWaits.Usual.Final;
        // Counted from the day it arrived, however late it was entered.
        var expected = calendar.AddBusinessDays(command.ReceivedOn, Math.Max(1, days));
        var soonest = calendar.AddBusinessDays(calendar.DayOf(now), 1);
        inquiry.Expect(expected < soonest ? soonest : expected);
        if (command.Kind == ResponseKind.Acknowledgment)
            db.Record(this, now, actor, @case.Id, new InquiryAcknowledged(inquiry.Id, command.Key));
        else
            db.Record(this, now, actor, @case.Id, new InterimResponseReceived(inquiry.Id, command.Key));
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries;

/// <summary>
/// Records an agency's answer, with its document, the deadlines that it starts, and, if they're ready, the words for the constituent. A
/// final answer ends the inquiry and makes it the office's turn until the constituent is told.
/// </summary>
public sealed class RecordResponse(PortalDb db, Calendars calendars, Telling telling, TimeProvider clock)
{
    /// <summary>The inquiry as the form saw it, and its answer.</summary>
    public sealed record Command(Guid CaseId, Guid InquiryId, ResponseKind Kind, DateOnly ReceivedOn, string Summary, Guid Key)
    {
        /// <summary>The case as the form saw it, when the constituent is told; null when that doesn't matter.</summary>
        public int? Version { get; init; }

        /// <summary>The date written on it.</summary>
        public DateOnly? DatedOn { get; init; }

        /// <summary>How it came out.</summary>
        public AnswerResult? Result { get; init; }

        /// <summary>The document it came as.</summary>
        public Guid? DocumentId { get; init; }

        /// <summary>The deadlines it starts, each chosen by staff.</summary>
        public IReadOnlyList<AnswerDeadline> Deadlines { get; init; } = [];

        /// <summary>What the constituent is told right away; null to tell them later.</summary>
        public string? Words { get; init; }

        /// <summary>Whether the document goes along with those words.</summary>
        public bool Encloses { get; init; }
    }

    /// <summary>Records the answer.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.ContactAgencies, cancellation);
        // A double submit still sends the version from before the first one was saved.
        if (refusal is null or Outcome.Stale && await db.FindAsync<AgencyResponse>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
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
        if (command.Words is { } words && AnswerWords.Left(words) is { Count: > 0 } left)
            return new Outcome.Refused("Fill in {0} in the message to the constituent, or take it out.", string.Join(", ", left));
        if (command.Words is not null && !TextLength.Fits(command.Words, Message.MaxLength))
            return new Outcome.Refused("Enter a message of 10,000 characters or fewer.");
        var document = command.DocumentId is { } file ? await db.Set<Document>().SingleOrDefaultAsync(d => d.Id == file && d.CaseId == @case.Id, cancellation) : null;
        if (command.DocumentId is not null && document is null)
            return new Outcome.NotFound();
        db.Add(new AgencyResponse
        {
            CaseId = @case.Id,
            Id = command.Key,
            InquiryId = inquiry.Id,
            Kind = command.Kind,
            ReceivedOn = command.ReceivedOn,
            Summary = command.Summary,
            DatedOn = command.DatedOn,
            Result = command.Result,
            DocumentId = document?.Id,
            RecordedById = actor.Id ?? Guid.Empty,
            RecordedAt = now,
        });
        if (document is not null)
            (document.Kind, document.DatedOn) = (document.Kind == DocumentKind.Email ? DocumentKind.Email : DocumentKind.AgencyLetter, command.DatedOn ?? document.DatedOn);
        if (document?.CameWith is { } email)
            @case.EndConfirmation(email);
        // Telling about one answer doesn't tell about another agency's that was waiting before.
        var tellsAll = @case.AnswerUntoldSince is null;
        await ApplyAsync(@case, inquiry, command, actor, now, calendar, cancellation);
        foreach (var deadline in command.Deadlines)
            Start(deadline, @case, inquiry, command, actor, now);
        if (command.Words is not null)
            await telling.TellAsync(new(this, actor, now), @case, new(command.Key, command.Words), tellsAll, cancellation);
        if (command is { Words: not null, Encloses: true })
            document?.Share(now);
        return await db.CommitAsync(cancellation);
    }

    private void Start(AnswerDeadline deadline, Case @case, AgencyInquiry inquiry, Command command, Actor actor, DateTime now)
    {
        var running = new RunningDeadline
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            AgencyCode = inquiry.AgencyCode,
            ResponseId = command.Key,
            PeriodCode = deadline.PeriodCode,
            What = deadline.What,
            WhatEs = deadline.WhatEs,
            Citation = deadline.Citation,
            StartsOn = deadline.StartsOn,
            LastDay = deadline.LastDay,
            AddedById = actor.Id ?? Guid.Empty,
        };
        db.Add(running);
        db.Record(this, now, actor, @case.Id, new DeadlineStarted(running.Id, running.AgencyCode, running.LastDay) { Period = running.PeriodCode });
    }

    private async Task ApplyAsync(
        Case @case, AgencyInquiry inquiry, Command command, Actor actor, DateTime now, OfficeCalendar calendar, CancellationToken cancellation)
    {
        if (command.Kind == ResponseKind.Final)
        {
            inquiry.End(now);
            @case.ReceiveAnswer(inquiry.Id, now);
            db.Record(this, now, actor, @case.Id, new FinalResponseReceived(inquiry.Id, command.Key));
            // Who is told right away gets one email, about the message.
            if (command.Words is null && @case.ContactEmail is { } email)
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

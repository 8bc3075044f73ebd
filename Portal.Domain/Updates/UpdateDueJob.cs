using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Updates;

/// <summary>A promised update was kept by the job.</summary>
public sealed record ScheduledUpdateSent(Guid MessageId, DateOnly PromisedOn, DateOnly NextOn) : IEvent;

/// <summary>The promised day went by, and nobody had taken the request on.</summary>
public sealed record FirstUpdateMissed(DateOnly PromisedOn) : IEvent;

/// <summary>
/// Keeps every promised update: on the promised day, in office hours, says truthfully whose court the case is in.
/// A member of staff who wrote in the meantime has moved the promise already. The first word is a person's to write:
/// while nobody took the request on, the job waits until the office closes, and the word stays due for staff.
/// </summary>
[Recurring("Send promised updates", Minutes = 15)]
public sealed class UpdateDueJob(PortalDb db, Calendars calendars, OfficePractice practice, TimeProvider clock) : ISweep
{
    private const int Batch = 100;
    private const int Afternoon = 14;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (!calendar.IsOpen(now))
            return 0;
        // People come first: what is promised for today, the job keeps only in the afternoon.
        var today = calendar.DayOf(now);
        var yesterday = today.AddDays(-1);
        // An update promised for a day that the office closed later goes out before that day, not after it.
        var beforeNext = calendar.AddBusinessDays(today, 1).AddDays(-1);
        var latest = calendar.Local(now).Hour >= Afternoon ? beforeNext : yesterday;
        var latestUntaken = calendar.IsClosing(now) ? beforeNext : yesterday;
        var rows = 0;
        while (true)
        {
            var due = await db.Set<Case>().Where(c => c.PromisedOn <= latest && (c.AcceptedAt != null || c.PromisedOn <= latestUntaken)).OrderBy(c => c.PromisedOn).Take(Batch).ToListAsync(cancellation);
            if (due.Count == 0)
                return rows;
            foreach (var @case in due)
                await KeepAsync(@case, calendar, now, cancellation);
            // Somebody who wrote at this very moment kept the promise: the next run sees it.
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return rows;
            db.ChangeTracker.Clear();
            rows += due.Count;
        }
    }

    private async Task KeepAsync(Case @case, OfficeCalendar calendar, DateTime now, CancellationToken cancellation)
    {
        var untaken = @case.AcceptedAt is null;
        var promised = @case.PromisedOn!.Value;
        // A request that nobody took on must not wait a month for the next word.
        var next = untaken ? UpdatePromise.Again(calendar, now, @case.Priority) : UpdatePromise.Next(calendar, now, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation));
        var facts = await FactsAsync(@case, calendar, next, cancellation);
        var message = new Message
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            From = ActorKind.System,
            SentAt = now,
            Body = UpdateText.Compose(facts, @case.Language),
        };
        db.Add(message);
        db.Record(this, now, Actor.System(nameof(UpdateDueJob)), @case.Id, new ScheduledUpdateSent(message.Id, promised, next));
        if (untaken && !@case.IsFirstUpdateMissed)
            db.Record(this, now, Actor.System(nameof(UpdateDueJob)), @case.Id, new FirstUpdateMissed(promised));
        if (untaken)
            @case.PromiseAgain(next);
        else
            @case.Promise(next);
        if (@case.ContactEmail is { } email)
            db.Queue(now, MailFor(@case, facts), email, @case.Language, @case.Id, message.Id);
    }

    // An answer that staff have not explained yet is news.
    private static IMail MailFor(Case @case, UpdateFacts facts) => facts.Status == CaseStatus.AgencyReplied
        ? new AgencyAnsweredMail(@case.Reference)
        : new NoNewsYetMail(@case.Reference, facts.Turn, facts.Turn == Turn.Agency ? facts.Since : null, facts.NextOn);

    private async Task<UpdateFacts> FactsAsync(Case @case, OfficeCalendar calendar, DateOnly next, CancellationToken cancellation)
    {
        var inquiry = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.CaseId == @case.Id && i.EndedAt == null)
            .OrderBy(i => i.SentAt).FirstOrDefaultAsync(cancellation);
        var agency = inquiry is null ? null : await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == inquiry.AgencyCode, cancellation);
        var asked = await db.Set<InformationRequest>().CountAsync(r => r.CaseId == @case.Id && r.AnsweredAt == null && r.CanceledAt == null, cancellation)
            + await db.Set<PrivacyRelease>().CountAsync(r => r.CaseId == @case.Id && r.Status == ReleaseStatus.Requested, cancellation);
        return new(@case.Status, @case.PromisedOn!.Value, agency?.WithArticle(@case.Language), inquiry is null ? null : calendar.DayOf(inquiry.SentAt), asked, next);
    }
}

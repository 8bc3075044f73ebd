using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Staff;

namespace Portal.Domain.Updates;

/// <summary>A promised update was kept by the job.</summary>
public sealed record UpdateKept(Guid MessageId, DateOnly PromisedOn, DateOnly NextOn) : IEvent;

/// <summary>The promised day went by, and nobody had taken the request on.</summary>
public sealed record FirstWordMissed(DateOnly PromisedOn) : IEvent;

/// <summary>
/// Keeps every promised update: on the promised day, in office hours, says truthfully whose court the case is in.
/// A member of staff who wrote in the meantime has moved the promise already. The first word is a person's to write:
/// while nobody took the request on, the job waits until the office closes, and the word stays due for staff.
/// </summary>
[Recurring("Keep promised updates", Minutes = 15)]
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
        var yesterday = calendar.DayOf(now).AddDays(-1);
        var latest = calendar.Local(now).Hour >= Afternoon ? calendar.DayOf(now) : yesterday;
        var latestUntaken = calendar.IsClosing(now) ? calendar.DayOf(now) : yesterday;
        var rows = 0;
        while (true)
        {
            var due = await db.Set<Case>().Where(c => c.PromisedOn <= latest && (c.AcceptedAt != null || c.PromisedOn <= latestUntaken)).OrderBy(c => c.PromisedOn).Take(Batch).ToListAsync(cancellation);
            if (due.Count == 0)
                return rows;
            foreach (var file in due)
                await KeepAsync(file, calendar, now, cancellation);
            // Somebody who wrote at this very moment kept the promise: the next run sees it.
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return rows;
            db.ChangeTracker.Clear();
            rows += due.Count;
        }
    }

    private async Task KeepAsync(Case file, OfficeCalendar calendar, DateTime now, CancellationToken cancellation)
    {
        var untaken = file.AcceptedAt is null;
        var promised = file.PromisedOn!.Value;
        // A request that nobody took on must not wait a month for the next word.
        var next = untaken ? UpdatePromise.Again(calendar, now, file.Priority) : UpdatePromise.Next(calendar, now, await practice.IntervalOfAsync(file, cancellation));
        var message = new Message
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = file.Id,
            From = ActorKind.System,
            SentAt = now,
            Body = UpdateText.Compose(await FactsAsync(file, calendar, next, cancellation), file.Language),
        };
        db.Add(message);
        db.Record(now, Actor.System(nameof(UpdateDueJob)), file.Id, new UpdateKept(message.Id, promised, next));
        if (untaken && !file.IsFirstWordMissed)
            db.Record(now, Actor.System(nameof(UpdateDueJob)), file.Id, new FirstWordMissed(promised));
        if (untaken)
            file.PromiseAgain(next);
        else
            file.Promise(next);
        if (file.ContactEmail is { } email)
            db.Queue(now, new SomethingToReadMail(file.Reference), email, file.Language, file.Id, message.Id);
    }

    private async Task<UpdateFacts> FactsAsync(Case file, OfficeCalendar calendar, DateOnly next, CancellationToken cancellation)
    {
        var inquiry = await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.CaseId == file.Id && i.EndedAt == null)
            .OrderBy(i => i.SentAt).FirstOrDefaultAsync(cancellation);
        var agency = inquiry is null ? null : await db.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == inquiry.AgencyCode, cancellation);
        var asked = await db.Set<InformationRequest>().CountAsync(r => r.CaseId == file.Id && r.AnsweredAt == null && r.CancelledAt == null, cancellation)
            + await db.Set<PrivacyRelease>().CountAsync(r => r.CaseId == file.Id && r.Status == ReleaseStatus.Requested, cancellation);
        return new(file.Status, file.PromisedOn!.Value, agency?.NameIn(file.Language), inquiry is null ? null : calendar.DayOf(inquiry.SentAt), asked, next);
    }
}

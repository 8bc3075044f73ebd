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
using Portal.Domain.Progress;

namespace Portal.Domain.Updates;

/// <summary>The job sent a promised update.</summary>
public sealed record ScheduledUpdateSent(Guid MessageId, DateOnly PromisedOn, DateOnly NextOn) : IEvent;

/// <summary>The promised day passed before anyone accepted the request.</summary>
public sealed record FirstUpdateMissed(DateOnly PromisedOn) : IEvent;

/// <summary>
/// Sends every promised update on the promised day, during office hours, and says truthfully whose turn it is. If staff
/// wrote in the meantime, the promise has already moved. The first update should come from a person: while no one has
/// accepted the request, the job waits until the office closes, and the update stays due for staff. Someone without an email
/// address wouldn't learn of an automatic update, so theirs stays due until staff call or mail a letter.
/// </summary>
[Recurring("Send promised updates", Minutes = 15)]
public sealed class UpdateDueJob(
    PortalDb db, ProgressQuery progress, AgencyDirectory directory, Calendars calendars, OfficePractice practice, TimeProvider clock) : ISweep
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
        // Staff get the first chance: the job sends what is promised for today only in the afternoon.
        var today = calendar.DayOf(now);
        var yesterday = today.AddDays(-1);
        // If the promised day has since become a closure, the update goes out before that day, not after it.
        var beforeNext = calendar.AddBusinessDays(today, 1).AddDays(-1);
        var latest = calendar.Local(now).Hour >= Afternoon ? beforeNext : yesterday;
        var latestUnaccepted = calendar.IsClosing(now) ? beforeNext : yesterday;
        var rows = 0;
        while (true)
        {
            var due = await db.Set<Case>()
                .Where(c => c.PromisedOn <= latest && c.ContactEmailIndex != null && (c.AcceptedAt != null || c.PromisedOn <= latestUnaccepted))
                .OrderBy(c => c.PromisedOn)
                .Take(Batch)
                .ToListAsync(cancellation);
            if (due.Count == 0)
                return rows;
            foreach (var @case in due)
                await KeepAsync(@case, calendar, now, cancellation);
            // Someone wrote at the same moment and kept the promise; the next run sees that.
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return rows;
            db.ChangeTracker.Clear();
            rows += due.Count;
        }
    }

    private async Task KeepAsync(Case @case, OfficeCalendar calendar, DateTime now, CancellationToken cancellation)
    {
        var unaccepted = @case.AcceptedAt is null;
        var promised = @case.PromisedOn!.Value;
        // A request no one has accepted must not wait a month for the next update.
        var next = unaccepted
            ? UpdatePromise.Again(calendar, now, @case.Priority)
            : UpdatePromise.Next(calendar, now, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation));
        var where = await progress.ReadAsync(@case, cancellation);
        var text = new ProgressText(@case.Language, await directory.ReadAsync(cancellation), calendar, calendar.DayOf(now));
        var message = new Message
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = @case.Id,
            From = ActorKind.System,
            SentAt = now,
            Body = UpdateText.Compose(where, text, promised, next),
        };
        db.Add(message);
        db.Record(this, now, Actor.System(nameof(UpdateDueJob)), @case.Id, new ScheduledUpdateSent(message.Id, promised, next));
        if (unaccepted && !@case.IsUpdateMissed)
            db.Record(this, now, Actor.System(nameof(UpdateDueJob)), @case.Id, new FirstUpdateMissed(promised));
        // A person still has to read the answer and tell the constituent, or to find out how to reach them.
        if (unaccepted || where.HasUnreadAnswer || where.IsMailUndelivered)
            @case.PromiseAgain(next);
        else
            @case.Promise(next);
        if (@case.ContactEmail is { } email)
            db.Queue(now, MailFor(@case, where, calendar, next), new(email, @case.Language), @case.Id, message.Id);
    }

    // An agency's answer that staff haven't explained yet counts as news.
    private static IMail MailFor(Case @case, CaseProgress where, OfficeCalendar calendar, DateOnly next)
    {
        if (where.HasUnreadAnswer)
            return new NewMessageMail(@case.Reference, null);
        if (where.Agencies.Any(a => a.IsUntold))
            return new AgencyAnsweredMail(@case.Reference);
        var turn = UpdateText.TurnToTell(where);
        var asked = turn == Turn.Agency
            ? where.Agencies.Where(a => a.Stage == AgencyStage.WithAgency).Min(a => (DateTime?)a.Inquiry!.SentAt)
            : null;
        return new NoNewsYetMail(@case.Reference, turn, asked is { } at ? calendar.DayOf(at) : null, next);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;

namespace Portal.Domain.Inquiries.Deadlines;

/// <summary>The constituent was reminded of a deadline.</summary>
/// <param name="Days">How many days before the last day.</param>
public sealed record DeadlineReminderSent(Guid DeadlineId, int Days) : IEvent;

/// <summary>A reminder couldn't be emailed, so staff were asked to call.</summary>
/// <param name="Days">How many days before the last day.</param>
public sealed record DeadlineCallNeeded(Guid DeadlineId, int Days) : IEvent;

/// <summary>
/// Reminds constituents of deadlines that an agency's decision started, 14, 7, and 2 days before the last day, also when their case is
/// closed. What couldn't be sent in time is sent late rather than not at all. Where nobody can be emailed, staff are asked to call.
/// </summary>
[Recurring("Remind constituents of legal deadlines", Minutes = 30)]
public sealed class DeadlineNearJob(PortalDb db, Calendars calendars, Managers managers, TimeProvider clock) : ISweep
{
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (!calendar.IsOpen(now))
            return 0;
        var today = calendar.DayOf(now);
        // A reminder that falls on a day when the office is closed goes out on the business day before.
        var next = calendar.AddBusinessDays(today, 1).AddDays(-1);
        var last = today.AddDays(RunningDeadline.Reminders.Max() + next.DayNumber - today.DayNumber);
        var due = (await db.Set<RunningDeadline>().Where(d => d.EndedAt == null && d.LastDay >= today && d.LastDay <= last)
                .Join(db.Set<Case>(), d => d.CaseId, c => c.Id, (d, c) => new { Deadline = d, Case = c })
                .OrderBy(x => x.Deadline.LastDay).ToListAsync(cancellation))
            .Select(x => (x.Deadline, x.Case, Days: x.Deadline.ReminderDue(today, next))).Where(x => x.Days is not null).Take(Batch).ToList();
        foreach (var (deadline, @case, days) in due)
        {
            deadline.Remind(days!.Value);
            if (@case.ContactEmail is not { } email || @case.ClosingReason == ClosingReason.Deceased)
            {
                await AskForCallAsync(deadline, @case, today, now, cancellation);
                continue;
            }

            var sent = db.Record(this, now, Actor.System(nameof(DeadlineNearJob)), @case.Id, new DeadlineReminderSent(deadline.Id, days.Value));
            db.Queue(now, new DeadlineNearMail(@case.Reference, deadline.LastDay), new(email, @case.Language), @case.Id, sent);
        }

        return await db.CommitAsync(cancellation) is Outcome.Stale ? 0 : due.Count;
    }

    // No address, or a family in mourning: a person decides what to say, and to whom.
    private async Task AskForCallAsync(RunningDeadline deadline, Case @case, DateOnly today, DateTime now, CancellationToken cancellation)
    {
        var needed = db.Record(this, now, Actor.System(nameof(DeadlineNearJob)), @case.Id, new DeadlineCallNeeded(deadline.Id, deadline.RemindedAtDays!.Value));
        foreach (var email in await managers.EmailsForAsync(@case.AssignedToId, today, cancellation))
            db.Queue(now, new DeadlineCallMail(@case.Reference, deadline.LastDay), new(email, "en"), @case.Id, needed);
    }
}

/// <summary>Reminds the constituent of a deadline, without saying what it's about.</summary>
public sealed record DeadlineNearMail(string Reference, DateOnly LastDay) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Reminder: case {0} has a deadline on {1}", Reference, desk.Day(LastDay)),
    [
        desk.T("An agency's decision in case {0} started a deadline: {1}. Your case page says what you can do by then.", Reference, desk.Day(LastDay)),
        desk.T("We can't extend it. If the agency's letter gives a different date, go by the letter. Not sure? Call us before then."),
    ])
    {
        Link = (desk.T("See my case"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

/// <summary>Asks staff to call about a deadline, because nobody can be reminded by email.</summary>
public sealed record DeadlineCallMail(string Reference, DateOnly LastDay) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Case {0}: call about the deadline on {1}", Reference, desk.Day(LastDay)),
    [
        desk.T("An agency's decision in case {0} started a deadline: {1}. We can't remind anyone by email, so call before then.", Reference, desk.Day(LastDay)),
        desk.T("If the deadline no longer matters, clear it on the case page."),
    ])
    {
        Link = (desk.T("Open the case"), desk.Page(Links.Office.Case(Reference))),
        WaysBack = WaysBack.Unsaid,
    };
}

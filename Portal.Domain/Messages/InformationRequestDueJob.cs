using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Messages;

/// <summary>
/// Reminds the constituent once, two days before something we asked for is due, but not within a day of asking. Runs only
/// during office hours.
/// </summary>
[Recurring("Remind constituents of our requests", Minutes = 30)]
public sealed class InformationRequestDueJob(PortalDb db, Calendars calendars, TimeProvider clock) : ISweep
{
    private const int DaysBefore = 2;
    private const int Batch = 200;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        if (!calendar.IsOpen(now))
            return 0;
        var (soon, yesterday) = (calendar.DayOf(now).AddDays(DaysBefore), now.AddDays(-1));
        var due = await db.Set<InformationRequest>()
            .Where(r => r.AnsweredAt == null && r.CanceledAt == null && r.RemindedAt == null && r.DueOn <= soon && r.AskedAt < yesterday)
            .Join(db.Set<Case>(), r => r.CaseId, c => c.Id, (r, c) => new { Request = r, Case = c })
            .OrderBy(x => x.Request.DueOn).Take(Batch).ToListAsync(cancellation);
        foreach (var row in due)
        {
            row.Request.RemindedAt = now;
            if (row.Case.ContactEmail is not { } email)
                continue;
            db.Record(this, now, Actor.System(nameof(InformationRequestDueJob)), row.Case.Id, new InformationReminderSent(row.Request.Id));
            db.Queue(
                now, new InformationReminderMail(row.Case.Reference, row.Request.DueOn), new(email, row.Case.Language),
                row.Case.Id, row.Request.Id);
        }

        return await db.CommitAsync(cancellation) is Outcome.Stale ? 0 : due.Count;
    }
}

/// <summary>Reminds the constituent that something we asked for is due soon.</summary>
public sealed record InformationReminderMail(string Reference, DateOnly DueOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Reminder: we need something for case {0} by {1}", Reference, desk.Day(DueOn)),
        [desk.T("We're still waiting for something we asked you for in case {0}. Please send it by {1}. Need more time? Tell us on your case page.", Reference, desk.Day(DueOn))])
    {
        Link = (desk.T("See what we need"), desk.Page(Links.Status.Start)),
        WaysBack = WaysBack.CasePage,
    };
}

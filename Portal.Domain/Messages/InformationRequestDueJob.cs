using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.Messages;

/// <summary>Reminds the constituent once, two days before something asked is due, but not on the day it was asked; in office hours only.</summary>
[Recurring("Remind about things asked of constituents", Minutes = 30)]
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
            .Where(r => r.AnsweredAt == null && r.CancelledAt == null && r.RemindedAt == null && r.DueOn <= soon && r.AskedAt < yesterday)
            .Join(db.Set<Case>(), r => r.CaseId, c => c.Id, (r, c) => new { Wish = r, File = c })
            .OrderBy(x => x.Wish.DueOn).Take(Batch).ToListAsync(cancellation);
        foreach (var row in due)
        {
            row.Wish.RemindedAt = now;
            if (row.File.ContactEmail is not { } email)
                continue;
            db.Record(now, Actor.System(nameof(InformationRequestDueJob)), row.File.Id, new InformationReminderSent(row.Wish.Id));
            db.Queue(now, new InformationReminderMail(row.File.Reference, row.Wish.DueOn), email, row.File.Language, row.File.Id, row.Wish.Id);
        }

        return await db.CommitAsync(cancellation) is Outcome.Stale ? 0 : due.Count;
    }
}

/// <summary>Something asked is due soon.</summary>
public sealed record InformationReminderMail(string Reference, DateOnly DueOn) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Reminder: we still need something for case {0}", Reference),
        [desk.T("We asked you for something for your case {0}. It is due on {1}. If you need more time, tell us on the status page.", Reference, desk.Day(DueOn))])
    {
        Link = (desk.T("See what is needed"), desk.Page("/status")),
    };
}

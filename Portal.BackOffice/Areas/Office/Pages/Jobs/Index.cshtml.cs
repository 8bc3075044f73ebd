using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Activity;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;

namespace Portal.BackOffice.Areas.Office.Pages.Jobs;

/// <summary>What runs in the background: when, with what result, and what failed.</summary>
public sealed class IndexModel(
    PortalDb db, IEnumerable<RecurringJob> jobs, EngineTimes engine, RunJobNow runNow, RetryMail retryMail, RetryAllMail retryAll,
    StaffActor staff, Translator text) : PageModel
{
    private const int MailsShown = 50;
    private const int FailingShown = 5;

    /// <summary>A job and how it stands; the state is null before its first run, the times before the engine started.</summary>
    public sealed record Line(RecurringJob Job, JobState? State, EngineTimes.Times? Times)
    {
        /// <summary>When it last ran, UTC, whoever or whatever started it.</summary>
        public DateTime? LastRunAt => State?.LastEndedAt > Times?.Last || Times?.Last is null ? State?.LastEndedAt : Times.Last;
    }

    /// <summary>All jobs; those that failed last first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>What a mail is about, in English: "ReleaseReminderMail" as "Release reminder".</summary>
    public static string KindOf(OutgoingMail mail) => EventNames.Words(mail.Kind.EndsWith("Mail", StringComparison.Ordinal) ? mail.Kind[..^4] : mail.Kind);

    /// <summary>Mails waiting, at most 1,001.</summary>
    public int MailsWaiting { get; private set; }

    /// <summary>Waiting mails whose last try failed: the mail server may be down.</summary>
    public IReadOnlyList<OutgoingMail> MailsFailing { get; private set; } = [];

    /// <summary>How many there are, at most 1,001.</summary>
    public int MailsFailingCount { get; private set; }

    /// <summary>The newest mails that were given up.</summary>
    public IReadOnlyList<OutgoingMail> MailsFailed { get; private set; } = [];

    /// <summary>How many there are, at most 1,001.</summary>
    public int MailsFailedCount { get; private set; }

    /// <summary>Why the last try failed.</summary>
    public string? WhyOf(OutgoingMail mail) => mail.LastError is { } kept ? MailFailure.Read(kept).Sentence(text.Language) : null;

    /// <summary>Shows them.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    /// <summary>Asks for a run.</summary>
    public async Task<IActionResult> OnPostRunAsync(string job, CancellationToken cancellation) =>
        await AnswerAsync(await runNow.ExecuteAsync(job, staff.Current, cancellation), "The job will run within a few seconds. Reload the page to see the result.", cancellation);

    /// <summary>Tries a mail again.</summary>
    public async Task<IActionResult> OnPostRetryAsync(Guid mail, CancellationToken cancellation) =>
        await AnswerAsync(await retryMail.ExecuteAsync(mail, staff.Current, cancellation), "Email back in line. We'll try to send it within a few seconds.", cancellation);

    /// <summary>Tries all of them again.</summary>
    public async Task<IActionResult> OnPostRetryAllAsync(CancellationToken cancellation) =>
        await AnswerAsync(await retryAll.ExecuteAsync(staff.Current, cancellation), "Emails back in line. We'll try to send them within a few seconds.", cancellation);

    private async Task<IActionResult> AnswerAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Jobs, notice);
        ModelState.AddModelError("", text.Explain(outcome));
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Job, cancellation);
        var times = engine.Read();
        Lines = [.. jobs.Select(j => new Line(j, states.GetValueOrDefault(j.Name), times.GetValueOrDefault(j.Name))).OrderBy(l => l.State?.LastError is null)];
        MailsWaiting = await db.Set<OutgoingMail>().Where(m => m.DueAt != null).OrderBy(m => m.DueAt).Take(Counts.Most).CountAsync(cancellation);
        var failing = db.Set<OutgoingMail>().AsNoTracking().Where(m => m.DueAt != null && m.LastError != null);
        MailsFailingCount = await failing.OrderBy(m => m.DueAt).Take(Counts.Most).CountAsync(cancellation);
        MailsFailing = await failing.OrderBy(m => m.DueAt).Take(FailingShown).ToListAsync(cancellation);
        var failed = db.Set<OutgoingMail>().AsNoTracking().Where(m => m.FailedAt != null);
        MailsFailedCount = await failed.OrderBy(m => m.FailedAt).Take(Counts.Most).CountAsync(cancellation);
        MailsFailed = await failed.OrderByDescending(m => m.FailedAt).Take(MailsShown).ToListAsync(cancellation);
    }
}

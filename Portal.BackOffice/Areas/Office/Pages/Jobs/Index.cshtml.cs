using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Areas.Office.Pages.Activity;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Mail;

namespace Portal.BackOffice.Areas.Office.Pages.Jobs;

/// <summary>Background jobs: when they ran, the result, and what failed.</summary>
public sealed class IndexModel(JobsPageQuery query, RunJobNow runNow, RetryMail retryMail, RetryAllMail retryAll, StaffActor staff, Translator text) : PageModel
{
    /// <summary>Jobs and failed emails.</summary>
    public JobsPage State { get; private set; } = null!;

    /// <summary>What an email is about, in English: "ReleaseReminderMail" as "Release reminder".</summary>
    public static string KindOf(OutgoingMail mail) => EventNames.Words(mail.Kind.EndsWith("Mail", StringComparison.Ordinal) ? mail.Kind[..^4] : mail.Kind);

    /// <summary>Why the last attempt failed.</summary>
    public string? WhyOf(OutgoingMail mail) => mail.LastError is { } kept ? MailFailure.Read(kept).Sentence(text.Language) : null;

    /// <summary>Shows the jobs.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => State = await query.ReadAsync(cancellation);

    /// <summary>Starts a job.</summary>
    public async Task<IActionResult> OnPostRunAsync(string job, CancellationToken cancellation) => await FinishAsync(
        await runNow.ExecuteAsync(job, staff.Current, cancellation), "The job will run within a few seconds. Reload the page to see the result.", cancellation);

    /// <summary>Retries an email.</summary>
    public async Task<IActionResult> OnPostRetryAsync(Guid mail, CancellationToken cancellation) => await FinishAsync(
        await retryMail.ExecuteAsync(mail, staff.Current, cancellation), "Email queued again. We'll try to send it within a few seconds.", cancellation);

    /// <summary>Retries all failed emails.</summary>
    public async Task<IActionResult> OnPostRetryAllAsync(CancellationToken cancellation) => await FinishAsync(
        await retryAll.ExecuteAsync(staff.Current, cancellation), "Emails queued again. We'll try to send them within a few seconds.", cancellation);

    private async Task<IActionResult> FinishAsync(Outcome outcome, string notice, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Jobs, notice);
        new FormCheck(this, text).Refusal(outcome);
        State = await query.ReadAsync(cancellation);
        return Page();
    }
}

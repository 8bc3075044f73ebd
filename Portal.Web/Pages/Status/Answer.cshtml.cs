using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Inquiries.Answers;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Text;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Lets the constituent say how far an agency's answer helped, and what is still wrong.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class AnswerModel(ConstituentSession session, StatusPageQuery pages, RateAnswer rate, Translator text) : PageModel
{
    /// <summary>How far it helped.</summary>
    [BindProperty(SupportsGet = true)]
    public AnswerHelp? Help { get; set; }

    /// <summary>What is still wrong.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Idempotency key, so a double click sends only one message.</summary>
    [BindProperty]
    public Guid Key { get; set; }

    /// <summary>The agency, as named in a sentence.</summary>
    public string AgencyName { get; private set; } = "";

    /// <summary>The day its answer arrived.</summary>
    public string AnsweredOn { get; private set; } = "";

    /// <summary>The choices, the worst first, because that's why most people come here.</summary>
    public IReadOnlyList<SelectListItem> Choices =>
    [
        new Choice($"{AnswerHelp.NotAtAll}", "It didn't help"),
        new Choice($"{AnswerHelp.Partly}", "It helped, but not enough"),
        new Choice($"{AnswerHelp.Solved}", "It solved my problem"),
    ];

    /// <summary>Asks, unless the answer was rated before.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        return await LoadAsync(access.CaseId, id, cancellation) ? Page() : LocalRedirect(Links.Status.Case);
    }

    /// <summary>Records what the constituent says.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var check = new FormCheck(this, text).That(Help is not null, nameof(Help), "Choose how much the answer helped.").Fits(nameof(Words), Words, Message.MaxLength);
        if (check.Passed)
        {
            var outcome = await Outcome.RetryOnceIfStaleAsync(() => rate.ExecuteAsync(new(access.CaseId, id, Help, Words, Key), access.Actor, cancellation));
            if (outcome is Outcome.NotFound or Outcome.NotPermitted)
                return NotFound();
            if (outcome.Succeeded)
                return this.RedirectWithNotice(
                    Links.Status.Case, string.IsNullOrWhiteSpace(Words) ? "Thank you for telling us." : "Thank you for telling us. A caseworker will read what you wrote and write back.");
            check.Refusal(outcome, nameof(Words));
        }

        return await LoadAsync(access.CaseId, id, cancellation) ? Page() : LocalRedirect(Links.Status.Case);
    }

    private async Task<bool> LoadAsync(Guid caseId, Guid id, CancellationToken cancellation)
    {
        if (await pages.ReadAsync(caseId, cancellation) is not { ToRate: { } answer } page || answer.ResponseId != id)
            return false;
        (AgencyName, AnsweredOn) = (page.Agencies[answer.AgencyCode].WithArticle(text.Language), Texts.Day(text.Language, answer.ReceivedOn));
        if (Key == Guid.Empty)
            Key = page.MessageKey;
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>Opens a saved draft in another browser with an emailed code.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class ReturnModel(ReturnToDraft drafts, SendAccessCode send, UseAccessCode use, DraftCookie cookie, Translator text) : PageModel
{
    /// <summary>The email address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The code, as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>ID of the code that was sent.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? CodeId { get; set; }

    /// <summary>Emails a code if there's a draft. The answer is the same if there isn't.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, text)
            .That(EmailAddress.TryParse(Email, out var address), nameof(Email), "Enter an email address such as name@example.com.");
        if (!check.Passed)
            return Page();
        var saved = await drafts.FindAsync(address.Text, cancellation);
        var language = LanguageCookie.Chosen(Request) ?? saved.Language ?? text.Language;
        var sent = await send.ExecuteAsync(new(AccessPurpose.Draft, saved.Id, address.Text, language), Actor.Anonymous, cancellation);
        return RedirectToPage(new { codeId = ((SendAccessCode.Sent)sent).Id });
    }

    /// <summary>Opens the draft.</summary>
    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellation)
    {
        var outcome = await use.ExecuteAsync(new(AccessPurpose.Draft, CodeId ?? Guid.Empty, Code ?? ""), Actor.Anonymous, cancellation);
        // The code can't be used again, so a concurrent save in another tab must not make this fail.
        if (outcome is UseAccessCode.Opened opened)
            outcome = await Outcome.RetryOnceIfStaleAsync(() => drafts.ExecuteAsync(opened.SubjectId, Actor.Anonymous, cancellation));
        if (outcome is ReturnToDraft.Returned returned)
        {
            cookie.Keep(returned.Token);
            LanguageCookie.Follow(HttpContext, returned.Language);
            return LocalRedirect(RequestJourney.PathOf(RequestStep.Check));
        }

        var check = new FormCheck(this, text).That(
            outcome is not Outcome.NotFound, nameof(Code), "This request was already sent or deleted. To see how it's going, use “Check your case.”");
        if (check.Passed)
            check.Refusal(outcome, nameof(Code));
        return Page();
    }
}

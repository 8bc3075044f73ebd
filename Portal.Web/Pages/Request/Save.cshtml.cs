using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>Stores the email address for returning to the draft.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class SaveModel(SaveForLater save, RequestJourney journey, DraftCookie cookie, Translator text) : PageModel
{
    /// <summary>The email address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether the email is on its way.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>Whether the person can leave this device and still come back: an address for the way back is saved.</summary>
    public bool MayLeave { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var draft = await journey.ReadAsync(cancellation);
        Email = draft?.Answers.Helper.Email ?? draft?.Answers.Person.Email;
        MayLeave = draft is { CanBeReopened: true };
    }

    /// <summary>Stores the address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, text);
        if (!check.That(EmailAddress.TryParse(Email, out var address), nameof(Email), "Enter an email address such as name@example.com.").Passed)
            return Page();
        if (cookie.Token is not { } token)
            return LocalRedirect(Links.Request.Start);
        // A concurrent save in another tab doesn't affect the address, so try again.
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => save.ExecuteAsync(new(token, address, text.Language), Actor.Anonymous, cancellation));
        if (outcome.Succeeded)
            return RedirectToPage(new { sent = true });
        check.That(outcome is not Outcome.NotFound, "", "This request was already sent or deleted. Nothing was saved.");
        if (check.Passed)
            check.Refusal(outcome);
        return Page();
    }
}

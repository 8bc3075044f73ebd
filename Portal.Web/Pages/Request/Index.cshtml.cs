using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>Start of a request.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class IndexModel(RequestJourney journey, DraftCookie cookie, DeleteDraft delete) : PageModel
{
    /// <summary>Whether this browser has an unsent request.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => HasDraft = await journey.ReadAsync(cancellation) is not null;

    /// <summary>Starts a new request. An abandoned draft stays until its 30 days are over.</summary>
    public IActionResult OnPost()
    {
        cookie.Forget();
        return LocalRedirect(RequestJourney.PathOf(RequestStep.Topic));
    }

    /// <summary>Deletes the draft and its cookie.</summary>
    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancellation)
    {
        // Also deletes what another tab saves at the same time.
        if (!(await Outcome.RetryOnceIfStaleAsync(() => delete.ExecuteAsync(cookie.Token, Actor.Anonymous, cancellation))).Succeeded)
            throw new InvalidOperationException("A draft could not be deleted.");
        cookie.Forget();
        return LocalRedirect(Links.Request.Erased);
    }
}

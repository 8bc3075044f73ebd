using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.HelpRequests;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Surges;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Request;

/// <summary>Start of a request.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class IndexModel(RequestJourney journey, DraftCookie cookie, DeleteDraft delete, SurgeList surges) : PageModel
{
    /// <summary>Whether this browser has an unsent request.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>The event the person needs help with; null when they came in another way.</summary>
    public Surge? Surge { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(Guid? surge, CancellationToken cancellation)
    {
        HasDraft = await journey.ReadAsync(cancellation) is not null;
        Surge = await FindAsync(surge, cancellation);
    }

    /// <summary>Starts a new request, about the event's topic if the person came from its banner. An abandoned draft stays until its 30 days are over.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? surge, CancellationToken cancellation)
    {
        cookie.Forget();
        return await FindAsync(surge, cancellation) is { TopicCode: var topic }
            ? await journey.SaveAsync(this, RequestStep.Topic, a => a with { TopicCode = topic, TopicUnsure = false }, cancellation)
            : LocalRedirect(RequestJourney.PathOf(RequestStep.Topic));
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

    private async Task<Surge?> FindAsync(Guid? surge, CancellationToken cancellation) =>
        surge is null ? null : (await surges.ShownAsync(cancellation)).FirstOrDefault(s => s.Id == surge);
}

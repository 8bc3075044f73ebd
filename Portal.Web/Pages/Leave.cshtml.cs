using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Intake;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages;

/// <summary>
/// Signs out and clears this computer, and says so. A request that could not be opened again is never dropped without
/// asking.
/// </summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class LeaveModel(ThisComputer computer, DraftCookie cookie, DeleteDraft delete) : PageModel
{
    /// <summary>Whether this computer was just cleared.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>Whether to delete the request that wasn't sent.</summary>
    [BindProperty]
    public bool Delete { get; set; }

    /// <summary>Whether there is a request that wasn't sent.</summary>
    public bool HasDraft { get; private set; }

    /// <summary>Whether it could not be opened again.</summary>
    public bool WouldLose { get; private set; }

    /// <summary>Asks, or says that it's done.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (WouldLose && !Delete)
            return Page();
        // Also deletes what another tab saves at the same time.
        if (WouldLose && !(await Outcome.RetryOnceIfStaleAsync(() => delete.ExecuteAsync(cookie.Token, Actor.Anonymous, cancellation))).Succeeded)
            throw new InvalidOperationException("A draft could not be deleted.");
        await computer.ClearAsync();
        return LocalRedirect(Links.With(Links.Leave, ("done", "true")));
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var draft = await computer.UnsentAsync(cancellation);
        (HasDraft, WouldLose) = (draft is not null, draft is { CanBeReopened: false });
        Done &= !computer.MayHoldSomething;
    }
}

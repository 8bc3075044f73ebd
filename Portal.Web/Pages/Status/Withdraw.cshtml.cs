using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Withdraws a release after a confirmation.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class WithdrawModel(ConstituentSession session, WithdrawRelease withdraw, Translator text) : PageModel
{
    /// <summary>Asks for confirmation.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        return await withdraw.IsPossibleAsync(id, access.Actor, cancellation) ? Page() : LocalRedirect(Links.Status.Case);
    }

    /// <summary>Withdraws the release.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => withdraw.ExecuteAsync(id, access.Actor, cancellation));
        if (outcome is Outcome.NotFound or Outcome.NotPermitted)
            return NotFound();
        if (!outcome.Succeeded)
        {
            new FormCheck(this, text).Refusal(outcome);
            return Page();
        }

        return this.RedirectWithNotice(Links.Status.Case, "Your release is withdrawn. We'll no longer contact the agency about you.");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Closing;
using Portal.Domain.Platform;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Lets the constituent close their case after a confirmation.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class CloseModel(ConstituentSession session, WithdrawCase withdraw, Translator text) : PageModel
{
    /// <summary>Asks for confirmation.</summary>
    public async Task<IActionResult> OnGetAsync() => await session.ReadAsync() is { WholeCase: true } ? Page() : LocalRedirect(Links.Status.Ended);

    /// <summary>Closes the case.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => withdraw.ExecuteAsync(access.CaseId, access.Actor, cancellation));
        if (!outcome.Succeeded)
        {
            new FormCheck(this, text).Refusal(outcome);
            return Page();
        }

        return this.RedirectWithNotice(Links.Status.Case, "Your case is closed.");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Closing;
using Portal.Domain.Platform;
using Portal.Web.Hosting;
using Portal.Web.Pages.Shared;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>The person ends their case, after being asked once.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class CloseModel(ConstituentSession session, WithdrawCase withdraw, Translator text) : PageModel
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await session.ReadAsync() is { WholeCase: true } ? Page() : LocalRedirect("/status?ended=true");

    /// <summary>Closes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect("/status?ended=true");
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => withdraw.ExecuteAsync(access.CaseId, access.Actor, cancellation));
        if (!outcome.Succeeded)
        {
            new FormCheck(ModelState, text).Refusal(outcome);
            return Page();
        }

        TempData["Notice"] = "Your case is closed.";
        return LocalRedirect("/status/case");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Lets somebody whose request staff wrote down read and confirm it.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class CheckModel(ConstituentSession session, TakenRequestQuery requests, ConfirmRequest confirm, Translator text) : PageModel
{
    /// <summary>The request.</summary>
    public TakenRequest? Taken { get; private set; }

    /// <summary>Shows the request.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        Taken = await requests.ReadAsync(access.CaseId, cancellation);
        return Taken is null or { Case.IsConfirmed: true } ? LocalRedirect(Links.Status.Case) : Page();
    }

    /// <summary>Confirms it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect(Links.Status.Ended);
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => confirm.ExecuteAsync(new(access.CaseId, ConfirmedHow.Code), access.Actor, cancellation));
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Status.Case, "Thank you. Your request is confirmed.");
        new FormCheck(this, text).Refusal(outcome);
        Taken = await requests.ReadAsync(access.CaseId, cancellation);
        return Taken is null ? LocalRedirect(Links.Status.Case) : Page();
    }
}

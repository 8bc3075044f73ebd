using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Cases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Status;

/// <summary>The person ends their case, after being asked once.</summary>
public sealed class CloseModel(ConstituentSession session, WithdrawCase withdraw) : PageModel
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await session.ReadAsync() is { WholeCase: true } ? Page() : LocalRedirect("/status?ended=true");

    /// <summary>Closes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect("/status?ended=true");
        await withdraw.ExecuteAsync(access.CaseId, access.Actor, cancellation);
        TempData["Notice"] = "Your case is closed.";
        return LocalRedirect("/status/case");
    }
}

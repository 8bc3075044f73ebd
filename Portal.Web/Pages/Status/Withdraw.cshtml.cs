using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Status;

/// <summary>Takes a release back, after asking once.</summary>
public sealed class WithdrawModel(ConstituentSession session, WithdrawRelease withdraw) : PageModel
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync() => await session.ReadAsync() is { WholeCase: true } ? Page() : LocalRedirect("/status?ended=true");

    /// <summary>Withdraws.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect("/status?ended=true");
        var outcome = await withdraw.ExecuteAsync(id, access.Actor, cancellation);
        if (!outcome.Succeeded)
            return NotFound();
        TempData["Notice"] = "Your release is withdrawn. From now on we do not ask the agency about you.";
        return LocalRedirect("/status/case");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Cases;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Status;

/// <summary>Takes a release back, after asking once.</summary>
public sealed class WithdrawModel(ConstituentSession session, WithdrawRelease withdraw, CaseStanding standings) : PageModel
{
    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await session.ReadAsync() is not { WholeCase: true } access)
            return LocalRedirect("/status?ended=true");
        var standing = await standings.ReadAsync(access.CaseId, cancellation);
        return standing?.Releases.FirstOrDefault(r => r.Fact.Id == id) is { Fact.Status: ReleaseStatus.Signed or ReleaseStatus.Checking or ReleaseStatus.Requested } release
            && ReleaseAccess.IsOwn(release, standing.Case) ? Page() : LocalRedirect("/status/case");
    }

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

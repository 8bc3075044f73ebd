using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Status;

/// <summary>Opens the case with the emailed code.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class CodeModel(UseAccessCode use, ConstituentSession session, Translator text) : PageModel
{
    /// <summary>The code, as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Opens the case.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await use.ExecuteAsync(new(AccessPurpose.Status, id, Code ?? ""), Actor.Anonymous, cancellation);
        if (outcome is UseAccessCode.Opened opened)
        {
            await session.OpenAsync(new CaseAccess(opened.SubjectId, IdentityAssurance.EmailConfirmed, null));
            LanguageCookie.Follow(HttpContext, opened.Language);
            return LocalRedirect(Links.Status.Case);
        }

        new FormCheck(this, text).Refusal(outcome, nameof(Code));
        return Page();
    }
}

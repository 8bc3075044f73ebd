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

namespace Portal.Web.Pages.Release;

/// <summary>Opens one release for its signer with the emailed code.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class CodeModel(SigningRoom room, UseAccessCode use, ConstituentSession session, Translator text) : PageModel
{
    /// <summary>The code, as typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Token from the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Opens the release.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is not { } opened)
            return LocalRedirect(Links.Release.Start);
        var outcome = await use.ExecuteAsync(new(AccessPurpose.Release, id, Code ?? ""), Actor.Anonymous, cancellation);
        if (outcome is UseAccessCode.Opened right && right.SubjectId == opened.Release.Id)
        {
            await session.OpenAsync(new CaseAccess(opened.Case.Id, IdentityAssurance.EmailConfirmed, opened.Release.Id));
            LanguageCookie.Follow(HttpContext, opened.Release.Language);
            return LocalRedirect(Links.Release.Open(Token));
        }

        new FormCheck(this, text).Refusal(outcome, nameof(Code));
        return Page();
    }
}

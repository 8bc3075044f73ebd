using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Pages.Release;

/// <summary>Downloads the sealed copy for its signer. Each download is recorded, so it takes a button.</summary>
public sealed class PdfModel(SigningRoom room, OpenRelease open) : PageModel
{
    /// <summary>A bookmarked URL redirects to the signer's copy.</summary>
    public IActionResult OnGet(string token) => LocalRedirect(Links.Release.Done(token));

    /// <summary>Downloads the sealed PDF.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (await room.FindAsync(token, cancellation) is not { IsSigner: true, Release.Signature: not null } opened)
            return LocalRedirect(Links.Release.Open(token));
        return await open.ExecuteAsync(opened.Release.Id, opened.Access!.Actor, cancellation) is OpenRelease.Opened copy
            ? File(copy.Content, "application/pdf", copy.FileName)
            : NotFound();
    }
}

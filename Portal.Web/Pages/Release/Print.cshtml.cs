using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Release;

/// <summary>
/// The filled-in form to print and sign in ink, with its code on every page. Identity numbers appear only on the
/// signer's own copy.
/// </summary>
[EnableRateLimiting(RateLimits.Paper)]
public sealed class PrintModel(SigningRoom room, PrintRelease print) : PageModel
{
    /// <summary>Downloads the form as a PDF.</summary>
    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation) => PrintAsync(
        token, "release-to-sign", opened => print.ExecuteAsync(opened.Release.Id, withNumbers: opened.IsSigner, opened.Access!.Actor, cancellation), cancellation);

    /// <summary>Downloads the instructions and the translation, to keep.</summary>
    public Task<IActionResult> OnGetKeepAsync(string token, CancellationToken cancellation) => PrintAsync(
        token, "instructions", opened => print.PrintToKeepAsync(opened.Release.Id, opened.Access!.Actor, cancellation), cancellation);

    private async Task<IActionResult> PrintAsync(
        string token, string name, Func<OpenedRelease, Task<Outcome>> printing, CancellationToken cancellation)
    {
        if (await room.FindAsync(token, cancellation) is not { MayHelp: true, IsWaiting: true } opened)
            return LocalRedirect(Links.Release.Open(token));
        return await printing(opened) is PrintRelease.Printed { Content: var content }
            ? File(content, "application/pdf", $"{name}-{opened.Case.Reference}.pdf")
            : NotFound();
    }
}

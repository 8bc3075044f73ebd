using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Pages.Release;

/// <summary>Lets the signer withdraw the release after a confirmation.</summary>
public sealed class WithdrawModel(SigningRoom room, WithdrawRelease withdraw) : PageModel
{
    /// <summary>Token from the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Asks for confirmation.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await room.FindAsync(Token, cancellation) is { Access: { } access } opened
            && await withdraw.IsPossibleAsync(opened.Release.Id, access.Actor, cancellation)
            ? Page()
            : Away();

    /// <summary>Withdraws the release.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is { IsSigner: true } opened)
            await withdraw.ExecuteAsync(opened.Release.Id, opened.Access!.Actor, cancellation);
        return Away();
    }

    private LocalRedirectResult Away() => LocalRedirect(Links.Release.Open(Token));
}

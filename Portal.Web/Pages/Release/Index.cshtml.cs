using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Release;

/// <summary>Target of the link in the email. The link opens nothing by itself: the signer has to enter a code.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class IndexModel(SigningRoom room, SigningPageQuery pages, SendAccessCode send, Translator text) : PageModel
{
    /// <summary>The release for the link; null if the link is missing or unknown.</summary>
    public OpenedRelease? Opened { get; private set; }

    /// <summary>Whether a file was just uploaded.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Received { get; set; }

    /// <summary>How many files of the signed form were uploaded; zero if none was just uploaded.</summary>
    public int Papers { get; private set; }

    /// <summary>Shows the ways to sign. Someone who can already sign goes straight to the next step.</summary>
    public async Task<IActionResult> OnGetAsync(string? token, CancellationToken cancellation)
    {
        Opened = token is null ? null : await room.FindAsync(token, cancellation);
        if (Received && Opened is { MayHelp: true, TakesMorePages: true })
            Papers = await pages.PapersAsync(Opened.Release, cancellation);
        return Opened is { IsSigner: true, IsWaiting: true }
            ? LocalRedirect(Links.Release.Details(token!))
            : Page();
    }

    /// <summary>What we say about a release that was signed.</summary>
    public string SignedSentence => Opened!.Release.Status switch
    {
        ReleaseStatus.Checking => text["This release is signed. A caseworker will review it before we use it."],
        ReleaseStatus.Withdrawn => text["This release was withdrawn. We no longer contact the agency about you."],
        ReleaseStatus.Expired or ReleaseStatus.Superseded => text["This release is no longer in effect."],
        ReleaseStatus.Refused => text["We couldn't accept this release. The new one is on your case page and in our email."],
        _ => text["This release is signed."],
    };

    /// <summary>Emails a code to the signer.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        Opened = await room.FindAsync(token, cancellation);
        if (Opened?.Release.SignerEmail is not { } email)
            return LocalRedirect(Links.Release.Start);
        var sent = (SendAccessCode.Sent)await send.ExecuteAsync(
            new(AccessPurpose.Release, Opened.Release.Id, email, Opened.Release.Language), Actor.Anonymous, cancellation);
        return LocalRedirect(Links.Release.Code(token, sent.Id));
    }

    /// <summary>Masks an address so that only its owner recognizes it.</summary>
    public string Masked(string email) => email.Split('@', 2) is [{ Length: > 0 } name, var domain] ? $"{name[0]}•••@{domain}" : text["your address"];
}

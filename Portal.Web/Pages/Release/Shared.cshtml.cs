using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Release;

/// <summary>Where a link given to somebody at an agency leads. Looking opens nothing: scanners of mail follow every link. The button does.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class SharedModel(OpenSharedRelease open, Calendars calendars) : PageModel
{
    /// <summary>The link's token.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>What the link leads to; null when it opens nothing, for whatever reason.</summary>
    public OpenSharedRelease.Announced? Announced { get; private set; }

    /// <summary>The last day on which the link works.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Says what it is.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Announced = await open.FindAsync(Token, cancellation);
        if (Announced is not null)
            LastDay = (await calendars.ReadAsync(cancellation)).DayOf(Announced.ExpiresAt);
    }

    /// <summary>Hands the sealed release over.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await open.ExecuteAsync(Token, Actor.Anonymous, cancellation) is not OpenRelease.Opened opened)
            return Page();
        return File(opened.Content, "application/pdf", opened.FileName);
    }
}

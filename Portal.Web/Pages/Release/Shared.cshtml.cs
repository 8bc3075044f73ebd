using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Sharing;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Release;

/// <summary>
/// Target of a link for someone at an agency. The link alone opens nothing, because email scanners follow every link;
/// the button does.
/// </summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class SharedModel(OpenSharedRelease open, Calendars calendars) : PageModel
{
    /// <summary>Token from the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The shared release; null if the link opens nothing, for any reason.</summary>
    public OpenSharedRelease.Announced? Announced { get; private set; }

    /// <summary>Last day the link works.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Shows what the link is for.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Announced = await open.FindAsync(Token, cancellation);
        if (Announced is not null)
            LastDay = (await calendars.ReadAsync(cancellation)).DayOf(Announced.ExpiresAt);
    }

    /// <summary>Downloads the sealed release.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await open.ExecuteAsync(Token, Actor.Anonymous, cancellation) is not OpenRelease.Opened opened)
            return Page();
        return File(opened.Content, "application/pdf", opened.FileName);
    }
}

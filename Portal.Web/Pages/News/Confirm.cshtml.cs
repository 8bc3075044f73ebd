using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Platform.Access;
using Portal.Domain.Surges;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.News;

/// <summary>The link in our email that confirms a wish for news. Opening it does nothing yet, because email scanners follow links.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class ConfirmModel(ConfirmNews confirm) : PageModel
{
    /// <summary>The event; null when the link opens nothing.</summary>
    public Surge? Surge { get; private set; }

    /// <summary>Whether it's confirmed now.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows what the link is for.</summary>
    public async Task OnGetAsync(string token, CancellationToken cancellation) => Surge = await confirm.FindAsync(token, cancellation);

    /// <summary>Confirms it.</summary>
    public async Task OnPostAsync(string token, CancellationToken cancellation)
    {
        if (await confirm.ExecuteAsync(token, Actor.Anonymous, cancellation) is ConfirmNews.Confirmed confirmed)
            (Surge, Done) = (confirmed.Surge, true);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Surges;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.News;

/// <summary>The link in every news email that stops the news. The button does it, because email scanners follow links.</summary>
[EnableRateLimiting(RateLimits.Code)]
public sealed class LeaveModel(LeaveNews leave, Translator text) : PageModel
{
    /// <summary>Whether the news is stopped now.</summary>
    public bool Done { get; private set; }

    /// <summary>Shows the button.</summary>
    public void OnGet()
    {
    }

    /// <summary>Stops the news.</summary>
    public async Task OnPostAsync(Guid subscriber, string key, CancellationToken cancellation)
    {
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => leave.ExecuteAsync(new(subscriber, key), Actor.Anonymous, cancellation));
        Done = outcome.Succeeded;
        new FormCheck(this, text).That(Done, "", "This link isn't whole. Open it again from our email.");
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.HelpRequests;
using Portal.Domain.Topics;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>A courteous way out for what is not federal casework.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class OtherModel(RequestJourney journey) : PageModel
{
    /// <summary>The chosen topic.</summary>
    public TopicCard? Topic { get; private set; }

    /// <summary>Shows who can help.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Topic = await journey.TopicAsync(await journey.AnswersAsync(cancellation), cancellation);
        return Topic is null ? LocalRedirect(RequestJourney.PathOf(RequestStep.Topic)) : Page();
    }

    /// <summary>Goes on all the same.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Topic = await journey.TopicAsync(await journey.AnswersAsync(cancellation), cancellation);
        return LocalRedirect(RequestJourney.PathOf(RequestStep.Topic.Next(Topic)));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.HelpRequests;
using Portal.Domain.Topics;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Points to other help for problems that aren't federal casework.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class OtherModel(RequestJourney journey) : PageModel
{
    /// <summary>The chosen topic.</summary>
    public TopicCard? Topic { get; private set; }

    /// <summary>Shows who else can help.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Topic = await journey.TopicAsync(await journey.AnswersAsync(cancellation), cancellation);
        return Topic is null ? LocalRedirect(RequestJourney.PathOf(RequestStep.Topic)) : Page();
    }

    /// <summary>Continues the request anyway.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var answers = await journey.AnswersAsync(cancellation);
        Topic = await journey.TopicAsync(answers, cancellation);
        return LocalRedirect(RequestJourney.PathOf(RequestStep.Topic.Next(answers, Topic)));
    }
}

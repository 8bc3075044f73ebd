using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Surges;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.News;

/// <summary>Asking for the news of an event that hasn't harmed the reader.</summary>
[EnableRateLimiting(RateLimits.PublicPost)]
public sealed class JoinModel(SurgeList surges, JoinNews join, BotGate gate, Translator text) : PageModel
{
    /// <summary>The form's name for the bot check.</summary>
    public const string FormName = "news";

    /// <summary>Their name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Their email address.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The language of the news.</summary>
    [BindProperty]
    public string? Language { get; set; }

    /// <summary>The event; null when it's over.</summary>
    public Surge? Surge { get; private set; }

    /// <summary>Whether the form was taken.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    /// <summary>The languages.</summary>
    public static IReadOnlyList<Choice> Languages { get; } = [new("en", "English"), new("es", "Spanish")];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync(Guid surge, CancellationToken cancellation)
    {
        await LoadAsync(surge, cancellation);
        Language = text.Language;
    }

    /// <summary>Takes it. The answer is the same whether or not the address is on the list.</summary>
    public async Task<IActionResult> OnPostAsync(Guid surge, CancellationToken cancellation)
    {
        await LoadAsync(surge, cancellation);
        if (Surge is null)
            return Page();
        var check = new FormCheck(this, text)
            .Required(nameof(Name), Name, JoinNews.LongestName, "Enter your name in 100 characters or fewer.")
            .That(EmailAddress.TryParse(Email, out _), nameof(Email), "Enter an email address such as name@example.com.")
            .That(Language is "en" or "es", nameof(Language), "Choose a language.");
        if (!check.Passed)
            return Page();
        if (!(await gate.PassAsync(HttpContext, FormName, cancellation)).Admitted)
            return StatusCode(StatusCodes.Status429TooManyRequests);
        var outcome = await Outcome.RetryOnceIfStaleAsync(() => join.ExecuteAsync(new(surge, Name!, Email!, Language!), Actor.Anonymous, cancellation));
        if (outcome.Succeeded)
            return RedirectToPage(new { surge, done = true });
        check.Refusal(outcome);
        return Page();
    }

    private async Task LoadAsync(Guid surge, CancellationToken cancellation) =>
        Surge = (await surges.ShownAsync(cancellation)).FirstOrDefault(s => s.Id == surge);
}

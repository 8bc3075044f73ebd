using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.HelpRequests;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Who needs help: the user, someone else, or an organization.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class WhoModel(RequestJourney journey, Translator text) : PageModel
{
    /// <summary>The user's input.</summary>
    public sealed class Typed
    {
        /// <summary>Who needs help.</summary>
        public HelpFor? HelpFor { get; set; }

        /// <summary>The helper's relationship to the person.</summary>
        public string? Relation { get; set; }

        /// <summary>The organization's name.</summary>
        public string? OrganizationName { get; set; }
    }

    /// <summary>The user's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>The three options.</summary>
    public IEnumerable<Choice> Choices =>
    [
        new(nameof(HelpFor.Me), text["Me"]),
        new(
            nameof(HelpFor.SomeoneElse), text["Someone else"],
            text["You can fill in the form for them. Next, we'll ask who can sign the release."]),
        new(nameof(HelpFor.Organization), text["An organization, business, or local government"]),
    ];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        Input = new() { HelpFor = Answers.HelpFor, Relation = Answers.Relation, OrganizationName = Answers.OrganizationName };
    }

    /// <summary>Saves the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var check = new FormCheck(this, text).AtMost("Input.Relation", Input.Relation, 100).AtMost("Input.OrganizationName", Input.OrganizationName, 128);
        if (RequestJourney.Leaving(this) is null)
            check.That(Input.HelpFor is not null, "Input.HelpFor", "Choose who needs help.")
                .That(
                    Input.HelpFor != HelpFor.SomeoneElse || !string.IsNullOrWhiteSpace(Input.Relation),
                    "Input.Relation", "Enter your relationship to the person.")
                .That(
                    Input.HelpFor != HelpFor.Organization || !string.IsNullOrWhiteSpace(Input.OrganizationName),
                    "Input.OrganizationName", "Enter the organization's name.");
        if (!check.Passed)
            return Page();
        return await journey.SaveAsync(
            this, RequestStep.Who,
            a => a with { HelpFor = Input.HelpFor, Relation = Input.Relation, OrganizationName = Input.OrganizationName },
            cancellation);
    }
}

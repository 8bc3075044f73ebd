using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Desk;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Shows the result of the address check. Never guesses, and always offers a next step.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class ResidencyModel(RequestJourney journey, ResidencyPageQuery pages) : PageModel
{
    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>The result.</summary>
    public ResidencyPage Found { get; private set; } = null!;

    /// <summary>The heading, in English.</summary>
    public string Heading => Found.IsElsewhere ? "Another office represents you" : "We couldn't confirm your address";

    /// <summary>Explanation of the result, in English.</summary>
    public string Explanation => Found.Result switch
    {
        ResidencyResult.OutOfDistrict => "House rules let us help only people who live in our district. The office that represents you offers the same help.",
        ResidencyResult.Ambiguous =>
            "Your ZIP code is in more than one congressional district, including ours. The ZIP code alone can't tell us which is yours.",
        ResidencyResult.StateMismatch => "The ZIP code and the state don't match. Check both.",
        ResidencyResult.MilitaryMail => "A military mailing address doesn't show where your home is. Enter your home of record if you can.",
        _ => "We don't recognize this ZIP code. Check it. New ZIP codes and P.O. box ZIP codes may not be on our list.",
    };

    /// <summary>Shows the result.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        if (await pages.ReadAsync(Answers.Address, cancellation) is not { } found)
            return LocalRedirect(RequestJourney.PathOf(RequestStep.Address));
        Found = found;
        return Page();
    }

    /// <summary>Continues; staff will check the address.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        journey.SaveAsync(this, RequestStep.Address, a => a with { StaffPleaseCheck = true }, cancellation);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.HelpRequests;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>What happened and what the person wants to happen, in their own words.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class StoryModel(RequestJourney journey, Translator text) : PageModel
{
    /// <summary>Most characters in each text.</summary>
    public const int Longest = 10_000;

    /// <summary>The user's input.</summary>
    public sealed class Typed
    {
        /// <summary>What happened.</summary>
        public string? WhatHappened { get; set; }

        /// <summary>What the person wants to happen.</summary>
        public string? WhatYouWant { get; set; }

        /// <summary>"yes" or "no".</summary>
        public string? OtherOffice { get; set; }

        /// <summary>Which other office.</summary>
        public string? OtherOfficeName { get; set; }
    }

    /// <summary>The user's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>Yes and no.</summary>
    public IEnumerable<Choice> YesNo => [new("no", text["No"]), new("yes", text["Yes"])];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        Input = new()
        {
            WhatHappened = Answers.WhatHappened ?? Answers.Searched,
            WhatYouWant = Answers.WhatYouWant,
            OtherOfficeName = Answers.OtherOfficeName,
            OtherOffice = Answers.OtherOffice switch { true => "yes", false => "no", null => null },
        };
    }

    /// <summary>Saves the answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        RequestAnswers Change(RequestAnswers a) => a with
        {
            WhatHappened = Input.WhatHappened,
            WhatYouWant = Input.WhatYouWant,
            OtherOfficeName = Input.OtherOfficeName,
            OtherOffice = Input.OtherOffice switch { "yes" => true, "no" => false, _ => null },
        };
        Answers = Change(await journey.AnswersAsync(cancellation));
        var check = new FormCheck(this, text).Fits("Input.WhatHappened", Input.WhatHappened, Longest)
            .Fits("Input.WhatYouWant", Input.WhatYouWant, Longest).AtMost("Input.OtherOfficeName", Input.OtherOfficeName, 128);
        if (RequestJourney.Leaving(this) is null)
            check.Required("Input.WhatHappened", Input.WhatHappened, "Tell us what happened. A few sentences are enough.")
                .Required("Input.WhatYouWant", Input.WhatYouWant, "Tell us what you'd like to happen.");
        return check.Passed ? await journey.SaveAsync(this, RequestStep.Story, Change, cancellation) : Page();
    }
}

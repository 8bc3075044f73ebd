using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.HelpRequests;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Structured questions about urgency; they alone set the initial priority.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class UrgencyModel(RequestJourney journey, TimeProvider clock, Translator text) : PageModel
{
    private static readonly (UrgencyFact Fact, string Sentence)[] Facts =
    [
        (UrgencyFact.LifeOrSafety, "Someone's life or safety is at risk"),
        (UrgencyFact.Detention, "Someone is detained or about to be deported"),
        (UrgencyFact.Eviction, "I'm losing my home, or my power or water is being shut off"),
        (UrgencyFact.UrgentMedical, "Someone needs urgent medical care"),
        (UrgencyFact.Travel, "I have to travel in the next few days"),
        (UrgencyFact.Disaster, "It's about a disaster, such as a flood or fire"),
        (UrgencyFact.BenefitStopped, "A benefit I depend on has stopped"),
        (UrgencyFact.Hardship, "I can't pay for food, rent, or medicine"),
        (UrgencyFact.ActiveDuty, "It's an emergency involving a service member on active duty"),
        (UrgencyFact.PastPublishedTime, "It's taking longer than the agency said it would"),
        (UrgencyFact.AgencyError, "The agency made an obvious mistake"),
    ];

    /// <summary>The user's input.</summary>
    public sealed class Typed
    {
        /// <summary>The facts that were checked.</summary>
        public List<string> Facts { get; set; } = [];

        /// <summary>The next deadline.</summary>
        public DateParts DeadlineOn { get; set; } = new();

        /// <summary>What happens on that date.</summary>
        public string? DeadlineWhat { get; set; }
    }

    /// <summary>The user's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>All facts.</summary>
    public IEnumerable<Choice> Choices => Facts.Select(f => new Choice(f.Fact.ToString(), text[f.Sentence]));

    /// <summary>Text of a fact, in English.</summary>
    public static string SentenceOf(UrgencyFact fact) => Facts.First(f => f.Fact == fact).Sentence;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        Input = new()
        {
            Facts = [.. Answers.Urgency.Select(f => f.ToString())],
            DeadlineOn = DateParts.From(Answers.DeadlineOn),
            DeadlineWhat = Answers.DeadlineWhat,
        };
    }

    /// <summary>Saves the answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var facts = Input.Facts.Select(f => Enum.TryParse<UrgencyFact>(f, out var fact) && Enum.IsDefined(fact) ? fact : (UrgencyFact?)null)
            .OfType<UrgencyFact>()
            .Distinct()
            .ToList();
        var check = new FormCheck(this, text).AtMost("Input.DeadlineWhat", Input.DeadlineWhat, 300);
        var day = check.Day("Input.DeadlineOn", Input.DeadlineOn, "Enter the date as month, day, and year, such as 4 28 2027.");
        check.That(
            day is null || day > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1),
            "Input.DeadlineOn",
            "This date is more than a year ago. Check the year, or leave it blank.");
        return check.Passed
            ? await journey.SaveAsync(this, RequestStep.Urgency, a => a with
            {
                Urgency = facts,
                UrgencyAnswered = a.UrgencyAnswered || RequestJourney.Leaving(this) is null,
                DeadlineOn = day,
                DeadlineWhat = Input.DeadlineWhat,
            }, cancellation)
            : Page();
    }
}

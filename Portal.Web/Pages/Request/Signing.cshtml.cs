using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Whether the person who needs help can sign, and who signs for them if not.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class SigningModel(RequestJourney journey, AgencyDirectory agencies, Translator text) : PageModel
{
    private const string Yes = "Yes";
    private const string Unknown = "Unknown";

    /// <summary>The user's input.</summary>
    public sealed class Typed
    {
        /// <summary>Yes, or the name of the reason why not.</summary>
        public string? Answer { get; set; }

        /// <summary>The name of the capacity, or that it isn't known.</summary>
        public string? By { get; set; }

        /// <summary>The full name of who signs, if it isn't the user.</summary>
        public string? SignerName { get; set; }

        /// <summary>Their email address.</summary>
        public string? SignerEmail { get; set; }
    }

    /// <summary>The user's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>Whether someone else needs help; otherwise the user is a minor.</summary>
    public bool ForOther => Answers.HelpFor != HelpFor.Me;

    /// <summary>Whether they can sign, or why not.</summary>
    public IEnumerable<Choice> Reasons =>
    [
        new(Yes, text["Yes"], text["We'll email them a link, or you can print the form for them."]),
        new(nameof(CannotSign.Minor), text["No, they're under {0}", SigningAge.Usual.Years]),
        new(nameof(CannotSign.Unable), text["No, because of an illness or disability"]),
        new(nameof(CannotSign.Died), text["No, they've died"]),
    ];

    /// <summary>What allows someone to sign for them.</summary>
    public IEnumerable<Choice> Capacities => Enum.GetValues<SignerCapacity>()
        .Where(c => SignerRules.Allows(ForOther ? null : CannotSign.Minor, c) && c != SignerCapacity.Self)
        .Select(c => new Choice(c.ToString(), text[SignerText.Describe(c)], text[SignerText.ProofOf(c)!]))
        .Append(new(Unknown, text["I don't know"], text["A caseworker will help find out who can."]));

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var known = Answers.Signing;
        Input = new()
        {
            Answer = known.Reason?.ToString() ?? (known.CanSign == true && !known.IsMinor ? Yes : known.IsMinor ? nameof(CannotSign.Minor) : null),
            By = known.Capacity?.ToString() ?? (known.Reason is null ? null : Unknown),
            SignerName = known.SignerName,
            SignerEmail = known.SignerEmail,
        };
    }

    /// <summary>Saves the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var check = new FormCheck(this, text).AtMost("Input.SignerName", Input.SignerName, 256).AtMost("Input.SignerEmail", Input.SignerEmail, 254);
        if (RequestJourney.Leaving(this) is null)
            await DemandAsync(check, cancellation);
        return check.Passed ? await journey.SaveAsync(this, RequestStep.Signing, a => a with { Signing = Chosen(a.Signing) }, cancellation) : Page();
    }

    private CannotSign? Reason => !ForOther ? CannotSign.Minor : Enum.TryParse<CannotSign>(Input.Answer, out var reason) ? reason : null;

    private SignerCapacity? Capacity => Enum.TryParse<SignerCapacity>(Input.By, out var capacity) && capacity != SignerCapacity.Self ? capacity : null;

    private SigningAnswers Chosen(SigningAnswers known) => Reason is not { } reason
        ? new() { CanSign = Input.Answer == Yes ? true : null, IsMinor = known.IsMinor, SignerName = Kept(Input.SignerName), SignerEmail = Input.SignerEmail }
        : new()
        {
            CanSign = false,
            Reason = Input.By is null ? null : reason,
            Capacity = Capacity,
            SignerName = Kept(Input.SignerName),
            SignerEmail = Input.SignerEmail,
            IsMinor = known.IsMinor,
        };

    private static string? Kept(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private async Task DemandAsync(FormCheck check, CancellationToken cancellation)
    {
        check.That(Reason is not null || Input.Answer == Yes, "Input.Answer", "Choose whether they can sign.")
            .That(Input.Answer != Yes || !Answers.Signing.IsMinor, "Input.Answer", "They're under {0}. Choose who signs for them, or “I don't know.”", SigningAge.Usual.Years)
            .That(
                Input.Answer != nameof(CannotSign.Minor) || Answers.Person.BornOn is null || Answers.Signing.IsMinor, "Input.Answer",
                "By their date of birth, they're {0} or older. Choose another answer, or correct the date of birth.", SigningAge.Usual.Years)
            .That(
                string.IsNullOrWhiteSpace(Input.SignerEmail) || EmailAddress.TryParse(Input.SignerEmail, out _), "Input.SignerEmail",
                "Enter an email address such as name@example.com, or leave this blank.");
        if (Reason is not { } reason)
            return;
        check.That(Capacity is not null || Input.By == Unknown, "Input.By", "Choose who signs for them, or “I don't know.”");
        if (Capacity is not { } capacity)
            return;
        if (!SignerRules.Allows(reason, capacity))
            check.Problem("Input.By", reason == CannotSign.Died
                ? "A parent or guardian can't sign for someone who has died. Choose next of kin or personal representative, or “I don't know.”"
                : "Next of kin can sign only for someone who has died. Choose someone else, or “I don't know.”");
        else if ((await journey.TopicAsync(Answers, cancellation))?.Agency is { } code && (await agencies.ReadAsync(cancellation)).GetValueOrDefault(code) is { } agency)
            check.That(
                SignerRules.CapacitiesFor(agency, reason).Contains(capacity), "Input.By",
                "{0} doesn't accept a release signed this way for someone else. Choose another way, or “I don't know.”", agency.WithArticle(text.Language));
        check.That(
            !string.IsNullOrWhiteSpace(Input.SignerName) || (ForOther && string.IsNullOrWhiteSpace(Input.SignerEmail)), "Input.SignerName",
            "Enter the full name of the person who signs.");
    }
}

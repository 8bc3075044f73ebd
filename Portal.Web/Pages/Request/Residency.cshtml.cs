using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Says what the address check found: never guessed, always with a way on.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class ResidencyModel(RequestJourney journey, ResidencyCheck residency, OwnMember members, OfficePractice practice) : PageModel
{
    /// <summary>What is known so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>The State the person gave.</summary>
    public UsState? State { get; private set; }

    /// <summary>The districts the ZIP code lies in; empty when that is not known.</summary>
    public IReadOnlyList<int> Districts { get; private set; } = [];

    /// <summary>Who may represent the person, when it is or may be somebody else: Representatives, then Senators.</summary>
    public IReadOnlyList<MemberContact> Members { get; private set; } = [];

    /// <summary>Whether the office is certainly not the person's.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>Whether a Representative is missing from <see cref="Members"/>: nothing was imported, or a seat is vacant.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The heading, in English.</summary>
    public string Heading { get; private set; } = "We couldn't confirm your address";

    /// <summary>What was found, in English.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Shows what was found.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        if (!UsState.TryParse(Answers.Address.State, out var state) || !ZipCode.TryParse(Answers.Address.Zip, out var zip) || await practice.OfficeAsync(cancellation) is not { } office)
            return LocalRedirect("/request/address");
        State = state;
        var result = await residency.RunAsync(new HomeAddress(state, zip, Answers.Address.Line1, Answers.Address.City), cancellation);
        Explanation = ExplanationOf(result);
        switch (result)
        {
            case ResidencyResult.OutOfDistrict elsewhere:
                (IsElsewhere, Heading, Districts) = (true, "Another office represents you", elsewhere.Candidates);
                var own = await members.FindAsync(state, elsewhere.District, zip, cancellation);
                var representatives = Districts.Count > 1 ? await members.RepresentativesAsync(state, Districts, zip, cancellation) : new[] { own.Representative }.OfType<MemberContact>();
                Members = [.. representatives, .. own.Senators];
                IsIncomplete = Members.Count(m => m.Member.Chamber == Chamber.House) < Math.Max(1, Districts.Count);
                break;
            case ResidencyResult.Ambiguous split:
                Districts = split.Districts;
                Members = await members.RepresentativesAsync(state, [.. split.Districts.Where(d => d != office.District)], zip, cancellation);
                break;
        }

        return Page();
    }

    /// <summary>Goes on; staff check first.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        journey.SaveAsync(this, RequestStep.Address, a => a with { StaffPleaseCheck = true }, cancellation);

    private static string ExplanationOf(ResidencyResult result) => result switch
    {
        ResidencyResult.OutOfDistrict => "House rules let us help only people who live in our district. The office that represents you offers the same help.",
        ResidencyResult.Ambiguous => "Your ZIP code is in more than one congressional district, including ours. The ZIP code alone can't tell us which is yours.",
        ResidencyResult.StateMismatch => "The ZIP code and the state don't match. Check both.",
        ResidencyResult.MilitaryMail => "A military mailing address doesn't show where your home is. Enter your home of record if you can.",
        _ => "We don't recognize this ZIP code. Check it. New ZIP codes and P.O. box ZIP codes may not be on our list.",
    };
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>The address, and whether this office can help people who live there.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class AddressModel(RequestJourney journey, ResidencyCheck residency, Translator text) : PageModel
{
    /// <summary>The user's input.</summary>
    public sealed class Typed
    {
        /// <summary>Where the person lives.</summary>
        public HomeKind Kind { get; set; }

        /// <summary>The country, outside the United States.</summary>
        public string? Country { get; set; }

        /// <summary>Street address, or the whole address abroad.</summary>
        public string? Line1 { get; set; }

        /// <summary>Apartment.</summary>
        public string? Line2 { get; set; }

        /// <summary>City.</summary>
        public string? City { get; set; }

        /// <summary>Two-letter state code.</summary>
        public string? State { get; set; }

        /// <summary>ZIP code.</summary>
        public string? Zip { get; set; }
    }

    /// <summary>The user's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>Whether it's someone else's address.</summary>
    public bool ForOther => Answers.HelpFor == HelpFor.SomeoneElse;

    /// <summary>The kinds of home, each with the words that choose it, in English.</summary>
    public static IReadOnlyList<(HomeKind Kind, string Name)> Kinds { get; } =
    [
        (HomeKind.UnitedStates, "Enter an address in the United States"),
        (HomeKind.NoFixedAddress, "No fixed address?"),
        (HomeKind.OutsideUnitedStates, "Outside the United States?"),
    ];

    /// <summary>All states; none is preselected.</summary>
    public IEnumerable<SelectListItem> States =>
        Domain.Districts.States.All.Select(s => new SelectListItem(s.NameIn(text.Language), s.Code));

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var known = Answers.Address;
        Input = new()
        {
            Kind = known.Kind,
            Country = known.Country,
            Line1 = known.Line1,
            Line2 = known.Line2,
            City = known.City,
            State = known.State,
            Zip = known.Zip,
        };
    }

    /// <summary>Shows the fields for another kind of home, with what was typed so far.</summary>
    public async Task<IActionResult> OnPostKindAsync(HomeKind kind, CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        Input.Kind = kind;
        ModelState.Clear();
        return Page();
    }

    /// <summary>Saves the address and checks it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        if (!Check())
            return Page();
        var next = await journey.SaveAsync(this, RequestStep.Address, a => a with
        {
            Address = Entered(),
            StaffPleaseCheck = a.StaffPleaseCheck && Entered() == a.Address,
        }, cancellation);
        return RequestJourney.Leaving(this) is not null || await MayHelpAsync(cancellation) ? next : LocalRedirect(Links.Request.Residency(RequestJourney.FromCheck(this)));
    }

    private AddressAnswers Entered() => new()
    {
        Kind = Input.Kind,
        Country = Input.Kind == HomeKind.OutsideUnitedStates ? Input.Country : null,
        Line1 = Input.Line1,
        Line2 = Input.Line2,
        City = Input.City,
        State = Input.State,
        Zip = Input.Zip,
    };

    private bool Check()
    {
        var check = new FormCheck(this, text)
            .AtMost("Input.Country", Input.Country, 80)
            .AtMost("Input.Line2", Input.Line2, 128)
            .AtMost("Input.City", Input.City, 80);
        if (Input.Kind == HomeKind.OutsideUnitedStates)
            check.Fits("Input.Line1", Input.Line1, 400);
        else
            check.AtMost("Input.Line1", Input.Line1, 128);
        if (RequestJourney.Leaving(this) is null)
            Demand(check);
        return check.Passed;
    }

    private void Demand(FormCheck check)
    {
        const string zip = "Enter a ZIP code with 5 digits, such as 80401.";
        if (Input.Kind == HomeKind.OutsideUnitedStates)
        {
            check.Required("Input.Line1", Input.Line1, "Enter the address.").Required("Input.Country", Input.Country, "Enter the country.");
            return;
        }

        if (Input.Kind == HomeKind.UnitedStates)
            check.Required("Input.Line1", Input.Line1, "Enter the street address or P.O. box.");
        check.Required("Input.City", Input.City, "Enter the city.")
            .That(UsState.TryParse(Input.State, out _), "Input.State", "Choose a state from the list.")
            .That(ZipCode.TryParse(Input.Zip, out _) || (Input.Kind == HomeKind.NoFixedAddress && string.IsNullOrWhiteSpace(Input.Zip)), "Input.Zip", zip);
    }

    private async Task<bool> MayHelpAsync(CancellationToken cancellation)
    {
        if (Entered().Home is not { } home)
            return true;
        return await residency.RunAsync(home, cancellation) is null or ResidencyResult.InDistrict or ResidencyResult.InState or ResidencyResult.OutOfState;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Request;

/// <summary>Names and contact information; for someone else's request, of both people.</summary>
[EnableRateLimiting(RateLimits.Step)]
public sealed class ContactModel(RequestJourney journey, Translator text, TimeProvider clock) : PageModel
{
    /// <summary>The user's input.</summary>
    public sealed class Typed
    {
        /// <summary>The helper's first name.</summary>
        public string? HelperFirstName { get; set; }

        /// <summary>The helper's last name or names.</summary>
        public string? HelperLastName { get; set; }

        /// <summary>Whether the helper has only one name.</summary>
        public bool HelperHasOneName { get; set; }

        /// <summary>The helper's email address.</summary>
        public string? HelperEmail { get; set; }

        /// <summary>The helper's phone number.</summary>
        public string? HelperPhone { get; set; }

        /// <summary>Whether there is a helper, even if the browser lost its cookie in the meantime.</summary>
        public bool TellsOfHelper => !string.IsNullOrWhiteSpace(HelperFirstName + HelperLastName + HelperEmail + HelperPhone);

        /// <summary>First name.</summary>
        public string? FirstName { get; set; }

        /// <summary>Last name or names.</summary>
        public string? LastName { get; set; }

        /// <summary>Whether the person has only one name.</summary>
        public bool HasOneName { get; set; }

        /// <summary>Other names.</summary>
        public string? OtherNames { get; set; }

        /// <summary>Date of birth.</summary>
        public DateParts BornOn { get; set; } = new();

        /// <summary>Place of birth.</summary>
        public string? BirthPlace { get; set; }

        /// <summary>Email address.</summary>
        public string? Email { get; set; }

        /// <summary>Phone number.</summary>
        public string? Phone { get; set; }

        /// <summary>Language code, en or es.</summary>
        public string? Language { get; set; }

        /// <summary>Another language.</summary>
        public string? SpokenLanguage { get; set; }

        /// <summary>When to call.</summary>
        public string? ContactTimes { get; set; }
    }

    /// <summary>The user's input.</summary>
    [BindProperty]
    public Typed Input { get; set; } = new();

    /// <summary>The answers so far.</summary>
    public RequestAnswers Answers { get; private set; } = new();

    /// <summary>Languages we write in.</summary>
    public IEnumerable<Choice> Languages => [new("en", "English"), new("es", "Español")];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var (helper, person) = (Answers.Helper, Answers.Person);
        Input = new()
        {
            HelperFirstName = helper.FirstName,
            HelperLastName = helper.LastName,
            HelperHasOneName = helper.HasOneName,
            HelperEmail = helper.Email,
            HelperPhone = PhoneNumber.Show(helper.Phone),
            FirstName = person.FirstName,
            LastName = person.LastName,
            HasOneName = person.HasOneName,
            OtherNames = person.OtherNames,
            BornOn = DateParts.From(person.BornOn),
            BirthPlace = person.BirthPlace,
            Email = person.Email,
            Phone = PhoneNumber.Show(person.Phone),
            Language = Answers.Language ?? text.Language,
            SpokenLanguage = Answers.SpokenLanguage,
            ContactTimes = Answers.ContactTimes,
        };
    }

    /// <summary>Saves the answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Answers = await journey.AnswersAsync(cancellation);
        var check = new FormCheck(this, text);
        var born = check.Day("Input.BornOn", Input.BornOn, "Enter the date as month, day, and year, such as 4 28 1956.");
        if (!Check(check, born))
            return Page();
        return await journey.SaveAsync(this, RequestStep.Contact, a => a with
        {
            Helper = a.HelpFor == HelpFor.SomeoneElse || Input.TellsOfHelper
                ? new() { FirstName = Input.HelperFirstName, LastName = Input.HelperLastName, HasOneName = Input.HelperHasOneName, Email = Input.HelperEmail, Phone = Input.HelperPhone }
                : a.Helper,
            Person = new()
            {
                FirstName = Input.FirstName,
                LastName = Input.LastName,
                HasOneName = Input.HasOneName,
                OtherNames = Input.OtherNames,
                BornOn = born,
                BirthPlace = Input.BirthPlace,
                Email = Input.Email,
                Phone = Input.Phone,
            },
            Language = Input.Language is "en" or "es" ? Input.Language : text.Language,
            SpokenLanguage = Input.SpokenLanguage,
            ContactTimes = Input.ContactTimes,
            Signing = a.Signing.KnowingAge(SigningAge.Usual.IsBelow(born, Today)),
        }, cancellation);
    }

    private bool Check(FormCheck check, DateOnly? born)
    {
        foreach (var (field, value, most) in ((string, string?, int)[])
            [("FirstName", Input.FirstName, 128), ("LastName", Input.LastName, 128), ("OtherNames", Input.OtherNames, 128),
             ("BirthPlace", Input.BirthPlace, 128), ("Phone", Input.Phone, 40),
             ("HelperFirstName", Input.HelperFirstName, 128), ("HelperLastName", Input.HelperLastName, 128), ("HelperPhone", Input.HelperPhone, 40),
             ("SpokenLanguage", Input.SpokenLanguage, 60), ("ContactTimes", Input.ContactTimes, 200)])
            check.AtMost("Input." + field, value, most);
        // Kept as typed until the request is sent.
        if (RequestJourney.Leaving(this) is not null)
            return check.Passed;
        const string number = "Enter a phone number with area code, such as 303-555-0100, or leave this blank.";
        check.That(string.IsNullOrWhiteSpace(Input.Phone) || PhoneNumber.CanBeCalled(Input.Phone), "Input.Phone", number)
            .That(string.IsNullOrWhiteSpace(Input.HelperPhone) || PhoneNumber.CanBeCalled(Input.HelperPhone), "Input.HelperPhone", number);
        const string email = "Enter an email address such as name@example.com, or leave this blank.";
        check.That(string.IsNullOrWhiteSpace(Input.Email) || EmailAddress.TryParse(Input.Email, out _), "Input.Email", email)
            .That(string.IsNullOrWhiteSpace(Input.HelperEmail) || EmailAddress.TryParse(Input.HelperEmail, out _), "Input.HelperEmail", email);
        Demand(check, born);
        return check.Passed;
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static bool Has(string? typed) => !string.IsNullOrWhiteSpace(typed);

    private void Demand(FormCheck check, DateOnly? born)
    {
        var (forOther, today) = (Answers.HelpFor == HelpFor.SomeoneElse, Today);
        if (forOther)
            check.That(Input.HelperHasOneName || Has(Input.HelperFirstName), "Input.HelperFirstName", "Enter your first name.")
                .That(Has(Input.HelperLastName) || (Input.HelperHasOneName && Has(Input.HelperFirstName)), "Input.HelperLastName", "Enter your last name. If you have only one name, say so below.");
        check.That(Input.HasOneName || Has(Input.FirstName), "Input.FirstName", "Enter the first name.")
            .That(Has(Input.LastName) || (Input.HasOneName && Has(Input.FirstName)), "Input.LastName", "Enter the last name. If there is only one name, say so below.");
        if (Answers.HelpFor != HelpFor.Organization)
            check.That(!Input.BornOn.IsEmpty, "Input.BornOn", "Enter the date of birth. The agency needs it to find the record.")
                .That(born is null || (born <= today && born > today.AddYears(-125)), "Input.BornOn", "Check the year of birth.");
        var (mail, phone, field) = forOther ? (Input.HelperEmail, Input.HelperPhone, "HelperEmail") : (Input.Email, Input.Phone, "Email");
        check.That(
            !string.IsNullOrWhiteSpace(mail) || !string.IsNullOrWhiteSpace(phone),
            "Input." + field,
            "Enter an email address or phone number so we can reach you.");
    }
}

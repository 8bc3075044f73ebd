using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.HelpRequests;

/// <summary>Everything a person told us in a request. Text is kept exactly as typed, except phone numbers.</summary>
public sealed record RequestAnswers
{
    /// <summary>The chosen topic; null while not chosen or not sure.</summary>
    public string? TopicCode { get; init; }

    /// <summary>Whether the person answered "I'm not sure", which counts as a complete answer.</summary>
    public bool TopicUnsure { get; init; }

    /// <summary>What the person typed to find the topic, so that they needn't type it again; null when they didn't.</summary>
    public string? Searched { get; init; }

    /// <summary>Answers to the topic's own questions, by question id.</summary>
    public IReadOnlyDictionary<string, string> TopicAnswers { get; init; } = new Dictionary<string, string>();

    /// <summary>Who needs help.</summary>
    public HelpFor? HelpFor { get; init; }

    /// <summary>How the helper is related to the person who needs help.</summary>
    public string? Relation { get; init; }

    /// <summary>Name, phone, and email of the helper who fills in the request for someone else.</summary>
    public PersonAnswers Helper { get; init; } = new();

    /// <summary>Whether the person who needs help can sign, and who signs if not.</summary>
    public SigningAnswers Signing { get; init; } = new();

    /// <summary>Whether it has to be asked who signs: someone else needs help, or a minor does.</summary>
    public bool AsksWhoSigns => HelpFor == HelpRequests.HelpFor.SomeoneElse || (HelpFor == HelpRequests.HelpFor.Me && Signing.IsMinor);

    /// <summary>Why the person who needs help can't sign; null if they can, or it isn't asked.</summary>
    public CannotSign? CannotSign =>
        !AsksWhoSigns || Signing.Reason is not { } reason ? null : HelpFor == HelpRequests.HelpFor.Me ? Constituents.CannotSign.Minor : reason;

    /// <summary>Whether the helper signs for the person who needs help.</summary>
    public bool HelperSigns => HelpFor == HelpRequests.HelpFor.SomeoneElse && CannotSign is not null && Signing is { Capacity: not null, SignerName: null };

    /// <summary>The organization, business, or local government.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>The person who needs help, or who speaks for the organization.</summary>
    public PersonAnswers Person { get; init; } = new();

    /// <summary>The name that the case goes by: the organization's, or the person's.</summary>
    public string CaseName => HelpFor == HelpRequests.HelpFor.Organization ? OrganizationName?.Trim() ?? "" : Person.FullName;

    /// <summary>Where the person lives.</summary>
    public AddressAnswers Address { get; init; } = new();

    /// <summary>Whether the person asked staff to check an address that seems outside the district or couldn't be placed.</summary>
    public bool StaffPleaseCheck { get; init; }

    /// <summary>What happened.</summary>
    public string? WhatHappened { get; init; }

    /// <summary>What the person wants to happen.</summary>
    public string? WhatYouWant { get; init; }

    /// <summary>The dangers and hardships that were checked.</summary>
    public IReadOnlyList<UrgencyFact> Urgency { get; init; } = [];

    /// <summary>Whether the question about dangers was answered at all.</summary>
    public bool UrgencyAnswered { get; init; }

    /// <summary>The next deadline or hearing.</summary>
    public DateOnly? DeadlineOn { get; init; }

    /// <summary>What happens on that day.</summary>
    public string? DeadlineWhat { get; init; }

    /// <summary>Whether another congressional office is already helping.</summary>
    public bool? OtherOffice { get; init; }

    /// <summary>The name of that office.</summary>
    public string? OtherOfficeName { get; init; }

    /// <summary>The language the person reads: en or es.</summary>
    public string? Language { get; init; }

    /// <summary>Another language the person prefers to speak.</summary>
    public string? SpokenLanguage { get; init; }

    /// <summary>When to call.</summary>
    public string? ContactTimes { get; init; }

    /// <summary>Whether the documents step was completed.</summary>
    public bool DocumentsSeen { get; init; }
}

/// <summary>A person, as typed.</summary>
public sealed record PersonAnswers
{
    /// <summary>Given names.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family names.</summary>
    public string? LastName { get; init; }

    /// <summary>Whether the person has only one name, which then is in either field.</summary>
    public bool HasOneName { get; init; }

    /// <summary>Whether the name is whole: two parts, or one if there is only one.</summary>
    public bool IsNamed => HasOneName ? FullName.Length > 0 : !string.IsNullOrWhiteSpace(FirstName) && !string.IsNullOrWhiteSpace(LastName);

    /// <summary>Other names used, such as a maiden name.</summary>
    public string? OtherNames { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>City and country of birth.</summary>
    public string? BirthPlace { get; init; }

    /// <summary>The email address as typed, without invisible marks.</summary>
    public string? Email { get; init => field = PlainText.Line(value); }

    /// <summary>A phone number as <see cref="PhoneNumber.Stored"/>; as typed if it isn't one.</summary>
    public string? Phone { get; init => field = PhoneNumber.Store(value); }

    /// <summary>Given and family names.</summary>
    public string FullName => $"{FirstName?.Trim()} {LastName?.Trim()}".Trim();
}

/// <summary>Where a person lives, which decides what an address has to have.</summary>
public enum HomeKind
{
    /// <summary>At an address in the United States, including military and diplomatic mail (APO, FPO, DPO).</summary>
    UnitedStates,

    /// <summary>At no fixed address; the city and state where they usually are.</summary>
    NoFixedAddress,

    /// <summary>Abroad, including the Freely Associated States.</summary>
    OutsideUnitedStates,
}

/// <summary>An address, as typed.</summary>
public sealed record AddressAnswers
{
    /// <summary>Where the person lives.</summary>
    public HomeKind Kind { get; init; }

    /// <summary>The country; null in the United States.</summary>
    public string? Country { get; init => field = PlainText.Line(value) is { Length: > 0 } name ? name : null; }

    /// <summary>Street and number, or PO box; abroad, the whole address but the country; without a fixed address, where mail reaches the person.</summary>
    public string? Line1 { get; init; }

    /// <summary>Apartment, suite, or unit.</summary>
    public string? Line2 { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>Two-letter postal code of the state; abroad, of the last one the person lived in.</summary>
    public string? State { get; init; }

    /// <summary>ZIP code of five or nine digits.</summary>
    public string? Zip { get; init; }

    /// <summary>The address on one line.</summary>
    public string OneLine => string.Join(
        ", ",
        (Kind == HomeKind.OutsideUnitedStates ? new[] { Line1, Country } : [Line1, Line2, City, $"{State} {Zip}".Trim()])
            .Where(p => !string.IsNullOrWhiteSpace(p))
            .Select(p => string.Join(' ', p!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>Whether it has what its kind needs.</summary>
    public bool IsWhole => Kind switch
    {
        HomeKind.OutsideUnitedStates => Has(Line1) && Has(Country),
        HomeKind.NoFixedAddress => Has(City) && UsState.TryParse(State, out _) && (!Has(Zip) || ZipCode.TryParse(Zip, out _)),
        _ => Has(Line1) && Has(City) && UsState.TryParse(State, out _) && ZipCode.TryParse(Zip, out _),
    };

    /// <summary>The place that decides which office represents the person; null when there is none to look up.</summary>
    public HomeAddress? Home => HomeAddress.TryParse(
        State, Zip, Kind == HomeKind.UnitedStates ? Line1 : null, Kind == HomeKind.OutsideUnitedStates ? null : City, out var home) ? home : null;

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Who needs help.</summary>
public enum HelpFor
{
    /// <summary>The person filling in the request.</summary>
    Me,

    /// <summary>Another person, who must sign for themselves.</summary>
    SomeoneElse,

    /// <summary>An organization, business, or local government.</summary>
    Organization,
}

/// <summary>A danger or hardship that raises the priority by itself (casework.md "Priority").</summary>
public enum UrgencyFact
{
    /// <summary>P0: someone's life or safety.</summary>
    LifeOrSafety,

    /// <summary>P0: detained, or facing removal.</summary>
    Detention,

    /// <summary>P0: eviction, or utilities being cut off.</summary>
    Eviction,

    /// <summary>P0: urgent medical need.</summary>
    UrgentMedical,

    /// <summary>P0: travel within days.</summary>
    Travel,

    /// <summary>P0: a disaster.</summary>
    Disaster,

    /// <summary>P1: a benefit stopped.</summary>
    BenefitStopped,

    /// <summary>P1: no money for food, rent, or medicine.</summary>
    Hardship,

    /// <summary>P1: emergency of an active-duty service member.</summary>
    ActiveDuty,

    /// <summary>P2: longer than the agency says it takes.</summary>
    PastPublishedTime,

    /// <summary>P2: the agency made a clear mistake.</summary>
    AgencyError,
}

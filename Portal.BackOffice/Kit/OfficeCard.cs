using Portal.Domain.Constituents;

namespace Portal.BackOffice.Kit;

/// <summary>What every page says about the office: whose it is and how to reach it. What the office has not entered is empty.</summary>
public sealed record OfficeCard(string MemberName, string OfficeName, string Phone, string Email, string Website)
{
    /// <summary>Stands in until the office has entered its own details.</summary>
    public static OfficeCard Placeholder { get; } =
        new("Your Representative", "Office of Your Representative", "(202) 555-0100", "help@office.example", "https://office.example");

    /// <summary>The Member as a sentence says it: "la senadora Jane Doe".</summary>
    public string MemberInSentence { get; init; } = MemberName;

    /// <summary>Months a privacy release lasts at most.</summary>
    public int ReleaseMonths { get; init; } = 12;

    /// <summary>Where people can come to.</summary>
    public IReadOnlyList<OfficePlace> Places { get; init; } = [];

    /// <summary>Where a link to the phone number leads.</summary>
    public string PhoneLink => Dial(Phone);

    /// <summary>Where a link to a phone number leads; digits alone where it cannot be read.</summary>
    public static string Dial(string phone) => PhoneNumber.TryParse(phone, out var number) ? number.Link : "tel:" + string.Concat(phone.Where(char.IsAsciiDigit));
}

/// <summary>One place where the office receives people.</summary>
/// <param name="Street">Street, building and suite; null when people come by appointment only.</param>
/// <param name="City">City, State and ZIP code.</param>
/// <param name="Hours">In words of the reader's language; null when they are not known in it.</param>
public sealed record OfficePlace(string Name, string? Street, string City, string? Phone, string? Hours);

using Portal.Domain.Constituents;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Office details shown on every page: whose office it is and how to reach it. Details the office hasn't entered are
/// empty.
/// </summary>
public sealed record OfficeCard(string MemberName, string OfficeName, string Phone, string Email, string Website)
{
    /// <summary>Placeholder until the office enters its own details.</summary>
    public static OfficeCard Placeholder { get; } =
        new("Your Representative", "Office of Your Representative", "", "", "");

    /// <summary>The Member's title and name for use in a sentence, such as "la senadora Jane Doe".</summary>
    public string MemberInSentence { get; init; } = MemberName;

    /// <summary>Maximum number of months a privacy release is valid.</summary>
    public int ReleaseMonths { get; init; } = 12;

    /// <summary>Places people can visit.</summary>
    public IReadOnlyList<OfficePlace> Places { get; init; } = [];

    /// <summary>Link target for the phone number.</summary>
    public string PhoneLink => Dial(Phone);

    /// <summary>Link target for a phone number; just the digits if it can't be parsed.</summary>
    public static string Dial(string phone) =>
        PhoneNumber.TryParse(phone, out var number) ? number.Link : "tel:" + string.Concat(phone.Where(char.IsAsciiDigit));
}

/// <summary>A location where the office sees people.</summary>
/// <param name="Street">Street, building, and suite; null if visits are by appointment only.</param>
/// <param name="City">City, state, and ZIP code.</param>
/// <param name="Hours">In the reader's language; null if unknown in that language.</param>
public sealed record OfficePlace(string Name, string? Street, string City, string? Phone, string? Hours);

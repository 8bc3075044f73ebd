namespace Portal.BackOffice.Forms;

/// <summary>What every page says about the office: whose it is and how to reach it.</summary>
public sealed record OfficeCard(string MemberName, string OfficeName, string Phone, string Email, string Website)
{
    /// <summary>Stands in until the office has entered its own details.</summary>
    public static OfficeCard Placeholder { get; } =
        new("Your Representative", "Office of Your Representative", "(202) 555-0100", "help@office.example", "https://office.example");

    /// <summary>The phone number as a link target: digits only, with the country code.</summary>
    public string PhoneLink => "tel:+1" + string.Concat(Phone.Where(char.IsAsciiDigit));
}

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>Made-up facts for a test fill: long names, accents, and a value for every ID number.</summary>
public static class SampleFacts
{
    /// <summary>A person who doesn't exist, with numbers that are never issued.</summary>
    public static ReleaseDetails Details { get; } = new()
    {
        LegalName = "María José Núñez-Ó Súilleabháin",
        OtherNames = "Mary Jo Nunez",
        BornOn = new DateOnly(1984, 4, 9),
        BirthPlace = "Cochabamba, Bolivia",
        Address = "1200 Example Avenue, Apartment 14B, Springfield, ST 00000",
        Parts = new("María José", "Núñez-Ó Súilleabháin", new()
        {
            Line1 = "1200 Example Avenue",
            Line2 = "Apartment 14B",
            City = "Springfield",
            State = "ST",
            Zip = "00000",
        }),
        Phone = "202-555-0143",
        Email = "maria.jose@example.org",
        Identifiers = Identifiers.All.ToDictionary(i => i.Key, i => i.Key switch
        {
            "Ssn" => "000-12-3456",
            "SsnLast4" => "3456",
            "ANumber" => "A-000-000-000",
            "ReceiptNumber" => "XXX0000000000",
            "TaxYears" => "Income tax, Form 1040, 2024 and 2025",
            _ => "SAMPLE-0000",
        }),
        Records = "The status of my application, the notices sent to me about it, and the reasons for any delay.",
        Purpose = "To find out why my application has not been decided.",
        MayTalkWith = "Luz Núñez, daughter",
        Confirmed = true,
    };

    /// <summary>A made-up office.</summary>
    public static ReleaseRecipient Recipient { get; } = new("Representative Jane Example", 12, "202-555-0100, help@example.gov");

    /// <summary>A made-up signature.</summary>
    public static FormMoment Moment { get; } = new("SAMPLE-00000", new DateOnly(2026, 1, 2), "María José Núñez-Ó Súilleabháin");
}

namespace Portal.Domain.PrivacyReleases;

/// <summary>What the signer confirms before reading the document. Identity numbers only where the agency needs them.</summary>
public sealed record ReleaseDetails
{
    /// <summary>The legal name, as it will stand in the document.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>Other names used.</summary>
    public string? OtherNames { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>Place of birth.</summary>
    public string? BirthPlace { get; init; }

    /// <summary>Address on one line.</summary>
    public string? Address { get; init; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>Identity numbers by name, such as Ssn.</summary>
    public IReadOnlyDictionary<string, string> Identifiers { get; init; } = new Dictionary<string, string>();

    /// <summary>Which records, specifically.</summary>
    public string Records { get; init; } = "";

    /// <summary>What the person wants done.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>A relative or attorney the office may talk with; null for nobody.</summary>
    public string? MayTalkWith { get; init; }

    /// <summary>Whether the person signs outside the United States (28 USC 1746 has other words then).</summary>
    public bool OutsideUnitedStates { get; init; }

    /// <summary>Whether the person has confirmed all this.</summary>
    public bool Confirmed { get; init; }
}

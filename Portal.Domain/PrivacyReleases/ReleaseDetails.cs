using System.Text.Json.Serialization;
using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What the signer confirms before reading the document. Identity numbers only where the agency needs them.</summary>
public sealed record ReleaseDetails
{
    /// <summary>A line to write on.</summary>
    public const string ToFillIn = "______________________";

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

    /// <summary>In which role the subject of the record takes part.</summary>
    public PartyRole Role { get; init; }

    /// <summary>The other party of the petition, by name; null when there is none or nobody knows.</summary>
    public string? OtherParty { get; init; }

    /// <summary>In which capacity the release is signed.</summary>
    public SignerCapacity Capacity { get; init; }

    /// <summary>Who signs, when it is not the subject of the record; null otherwise.</summary>
    public string? SignerName { get; init; }

    /// <summary>Whether the signer makes a mark before witnesses because they cannot write.</summary>
    public bool ByMark { get; init; }

    /// <summary>The language into which somebody interpreted the release for the signer; null when nobody did.</summary>
    public string? InterpreterLanguage { get; init; }

    /// <summary>Whether medical records are among those asked for.</summary>
    public bool MedicalRecords { get; init; }

    /// <summary>Records with a consent of their own that the signer ticked, by the names the agency data uses.</summary>
    public IReadOnlyList<string> SensitiveRecords { get; init; } = [];

    /// <summary>Whether tax return information is among the records asked for.</summary>
    public bool TaxRecords { get; init; }

    /// <summary>The name that has to stand under the document.</summary>
    public string WhoSigns => Capacity == SignerCapacity.Self || string.IsNullOrWhiteSpace(SignerName) ? LegalName : SignerName;

    /// <summary>The parts of name and address, as the request had them; null where nobody gave them.</summary>
    public ReleaseParts? Parts { get; init; }

    /// <summary>The parts of the name; null when the name was changed since, and nobody knows which word is which.</summary>
    [JsonIgnore]
    public ReleaseParts? NameParts => Parts is { } parts && parts.FullName == LegalName ? parts : null;

    /// <summary>The parts of the address; null when it was changed since.</summary>
    [JsonIgnore]
    public ReleaseParts? AddressParts => Parts is { } parts && parts.OneLine == Address ? parts : null;

    /// <summary>Whether it is printed to be completed by hand; never kept.</summary>
    [JsonIgnore]
    public bool ForPen { get; init; }

    /// <summary>Whether some of it comes from an earlier release that the signer confirmed: others who print do not get to see it.</summary>
    public bool OwnWords { get; init; }

    /// <summary>Whether the person has confirmed all this.</summary>
    public bool Confirmed { get; init; }
}

using System.Text.Json.Serialization;
using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases;

/// <summary>What the signer confirms before reading the document. ID numbers only where the agency needs them.</summary>
public sealed record ReleaseDetails
{
    /// <summary>A line to write on.</summary>
    public const string ToFillIn = "______________________";

    /// <summary>The legal name, as it will appear in the document.</summary>
    public string LegalName { get; init; } = "";

    /// <summary>Other names used.</summary>
    public string? OtherNames { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>Place of birth.</summary>
    public string? BirthPlace { get; init; }

    /// <summary>Address, on one line.</summary>
    public string? Address { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Email address.</summary>
    public string? Email { get; init; }

    /// <summary>ID numbers by name, such as Ssn.</summary>
    public IReadOnlyDictionary<string, string> Identifiers { get; init; } = new Dictionary<string, string>();

    /// <summary>Which records, specifically.</summary>
    public string Records { get; init; } = "";

    /// <summary>What the person wants done.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>A relative or attorney the office may talk with; null for none.</summary>
    public string? MayTalkWith { get; init; }

    /// <summary>Whether the person signs outside the United States, where 28 USC 1746 requires different wording.</summary>
    public bool OutsideUnitedStates { get; init; }

    /// <summary>The role of the subject of the record.</summary>
    public PartyRole Role { get; init; }

    /// <summary>The name of the other party to the petition; null when there's none or it's unknown.</summary>
    public string? OtherParty { get; init; }

    /// <summary>The capacity in which the release is signed.</summary>
    public SignerCapacity Capacity { get; init; }

    /// <summary>The signer's name when it isn't the subject of the record; null otherwise.</summary>
    public string? SignerName { get; init; }

    /// <summary>Whether the signer makes a mark before witnesses because they can't write.</summary>
    public bool ByMark { get; init; }

    /// <summary>The language the release was interpreted into for the signer; null when it wasn't.</summary>
    public string? InterpreterLanguage { get; init; }

    /// <summary>Whether medical records are among those asked for.</summary>
    public bool MedicalRecords { get; init; }

    /// <summary>Specially protected records that the signer checked, by their names in the agency data.</summary>
    public IReadOnlyList<string> SensitiveRecords { get; init; } = [];

    /// <summary>Whether tax return information is among the records asked for.</summary>
    public bool TaxRecords { get; init; }

    /// <summary>The name that has to be signed.</summary>
    public string WhoSigns => Capacity == SignerCapacity.Self || string.IsNullOrWhiteSpace(SignerName) ? LegalName : SignerName;

    /// <summary>The parts of the name and address, from the request; null when they weren't given.</summary>
    public ReleaseParts? Parts { get; init; }

    /// <summary>The parts of the name; null when the name was changed since, because then we can't tell which word is which.</summary>
    [JsonIgnore]
    public ReleaseParts? NameParts => Parts is { } parts && parts.FullName == LegalName ? parts : null;

    /// <summary>The parts of the address; null when it was changed since.</summary>
    [JsonIgnore]
    public ReleaseParts? AddressParts => Parts is { } parts && parts.OneLine == Address ? parts : null;

    /// <summary>Whether it's printed to be completed by hand. Never stored.</summary>
    [JsonIgnore]
    public bool ForPen { get; init; }

    /// <summary>Whether some of it comes from an earlier release that the signer confirmed. Others who print it don't see those details.</summary>
    public bool OwnWords { get; init; }

    /// <summary>Whether the signer has confirmed the details.</summary>
    public bool Confirmed { get; init; }
}

using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>An identity number, as typed for a preview.</summary>
public sealed class PreviewNumber
{
    /// <summary>Which number, such as Ssn.</summary>
    public string Name { get; set; } = "";

    /// <summary>The number.</summary>
    public string? Value { get; set; }
}

/// <summary>Data for a preview. It's used for the one PDF and not saved.</summary>
public sealed class PreviewInput
{
    /// <summary>Person the records are about.</summary>
    public string? LegalName { get; set; }

    /// <summary>Other names used.</summary>
    public string? OtherNames { get; set; }

    /// <summary>Date of birth.</summary>
    public DateParts BornOn { get; set; } = new();

    /// <summary>Place of birth.</summary>
    public string? BirthPlace { get; set; }

    /// <summary>Address.</summary>
    public string? Address { get; set; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Email address.</summary>
    public string? Email { get; set; }

    /// <summary>Identity numbers the form asks for.</summary>
    public List<PreviewNumber> Numbers { get; set; } = [];

    /// <summary>Which records.</summary>
    public string? Records { get; set; }

    /// <summary>Purpose of the release.</summary>
    public string? Purpose { get; set; }

    /// <summary>A relative or attorney we can talk with.</summary>
    public string? MayTalkWith { get; set; }

    /// <summary>Capacity of a person who signs for someone else.</summary>
    public SignerCapacity Capacity { get; set; }

    /// <summary>Name of a person who signs for someone else.</summary>
    public string? SignerName { get; set; }

    /// <summary>Signed abroad.</summary>
    public bool Outside { get; set; }

    /// <summary>Includes medical records.</summary>
    public bool Medical { get; set; }

    /// <summary>Includes the signature and date, as if signed electronically.</summary>
    public bool Signed { get; set; } = true;

    /// <summary>Includes the QR code for returning the form on paper.</summary>
    public bool Coded { get; set; }

    /// <summary>Sample data.</summary>
    public static PreviewInput Sample(FormMap map)
    {
        var details = SampleFacts.Details;
        return new()
        {
            LegalName = details.LegalName,
            OtherNames = details.OtherNames,
            BornOn = DateParts.From(details.BornOn),
            BirthPlace = details.BirthPlace,
            Address = details.Address,
            Phone = details.Phone,
            Email = details.Email,
            Numbers = [.. NumbersOf(map).Select(n => new PreviewNumber { Name = n, Value = details.Identifiers[n] })],
            Records = details.Records,
            Purpose = details.Purpose,
            MayTalkWith = details.MayTalkWith,
        };
    }

    /// <summary>The data in the form the PDF is filled from.</summary>
    public ReleaseDetails ToDetails() => SampleFacts.Details with
    {
        LegalName = LegalName?.Trim() ?? "",
        OtherNames = OtherNames,
        BornOn = BornOn.TryGet(out var day) ? day : null,
        BirthPlace = BirthPlace,
        Address = Address,
        Phone = PhoneNumber.Show(Phone),
        Email = Email,
        Identifiers = Numbers.Where(n => !string.IsNullOrWhiteSpace(n.Value) && Identifiers.All.ContainsKey(n.Name))
            .DistinctBy(n => n.Name)
            .ToDictionary(n => n.Name, n => n.Value!.Trim()),
        Records = Records ?? "",
        Purpose = Purpose ?? "",
        MayTalkWith = MayTalkWith,
        Capacity = Capacity,
        SignerName = SignerName,
        OutsideUnitedStates = Outside,
        MedicalRecords = Medical,
    };

    private static IEnumerable<string> NumbersOf(FormMap map) => map.Fields.Select(f => f.Choice?.Source.Split('.'))
        .Where(s => s is ["Identifier", ..]).Select(s => s![1]).Where(Identifiers.All.ContainsKey).Distinct();
}

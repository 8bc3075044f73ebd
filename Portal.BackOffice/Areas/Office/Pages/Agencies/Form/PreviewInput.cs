using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies.Form;

/// <summary>A number of one kind, as typed for a trial.</summary>
public sealed class PreviewNumber
{
    /// <summary>Which number, such as Ssn.</summary>
    public string Name { get; set; } = "";

    /// <summary>The number.</summary>
    public string? Value { get; set; }
}

/// <summary>Data for a trial. It is used for the one file and not kept.</summary>
public sealed class PreviewInput
{
    /// <summary>Whose records.</summary>
    public string? LegalName { get; set; }

    /// <summary>Other names used.</summary>
    public string? OtherNames { get; set; }

    /// <summary>Date of birth.</summary>
    public DateParts BornOn { get; set; } = new();

    /// <summary>Place of birth.</summary>
    public string? BirthPlace { get; set; }

    /// <summary>Address.</summary>
    public string? Address { get; set; }

    /// <summary>Telephone.</summary>
    public string? Phone { get; set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>The numbers that the form asks for.</summary>
    public List<PreviewNumber> Numbers { get; set; } = [];

    /// <summary>Which records.</summary>
    public string? Records { get; set; }

    /// <summary>What for.</summary>
    public string? Purpose { get; set; }

    /// <summary>A relative or attorney.</summary>
    public string? MayTalkWith { get; set; }

    /// <summary>Who signs for somebody else.</summary>
    public SignerCapacity Capacity { get; set; }

    /// <summary>The name of whoever signs for somebody else.</summary>
    public string? SignerName { get; set; }

    /// <summary>Signed abroad.</summary>
    public bool Outside { get; set; }

    /// <summary>Medical records are asked for.</summary>
    public bool Medical { get; set; }

    /// <summary>With signature and date, as signed electronically.</summary>
    public bool Signed { get; set; } = true;

    /// <summary>With the QR code of the way by paper.</summary>
    public bool Coded { get; set; }

    /// <summary>Invented data.</summary>
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

    /// <summary>As the form is filled from it.</summary>
    public ReleaseDetails ToDetails() => SampleFacts.Details with
    {
        LegalName = LegalName?.Trim() ?? "",
        OtherNames = OtherNames,
        BornOn = BornOn.TryGet(out var day) ? day : null,
        BirthPlace = BirthPlace,
        Address = Address,
        Phone = PhoneNumber.Show(Phone),
        Email = Email,
        Identifiers = Numbers.Where(n => !string.IsNullOrWhiteSpace(n.Value) && Identifiers.All.ContainsKey(n.Name)).DistinctBy(n => n.Name).ToDictionary(n => n.Name, n => n.Value!.Trim()),
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

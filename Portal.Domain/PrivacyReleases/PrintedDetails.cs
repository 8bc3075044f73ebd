using Portal.Domain.Agencies;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The details of a release that is printed to be signed by hand.</summary>
public static class PrintedDetails
{
    /// <summary>For the signer. Every ID number the agency requires gets a line to write on if we don't have it.</summary>
    public static ReleaseDetails ForPen(ReleaseDetails details, Agency agency) => details with
    {
        ForPen = true,
        Identifiers = details.Identifiers.Keys.Union(agency.Rules.RequiredIdentifiers)
            .ToDictionary(name => name, name => details.Identifiers.GetValueOrDefault(name) is { Length: > 0 } known ? known : ReleaseDetails.ToFillIn),
    };

    /// <summary>For the signer to keep: the same, with a line in place of every ID number.</summary>
    public static ReleaseDetails WithoutNumbers(ReleaseDetails details) =>
        details with { Identifiers = details.Identifiers.ToDictionary(i => i.Key, _ => ReleaseDetails.ToFillIn) };

    /// <summary>For anyone other than the signer: leaves out what the signer confirmed, which is private to them, above all their address.</summary>
    public static ReleaseDetails Blank(ReleaseDetails details, Agency agency)
    {
        var known = !details.Confirmed && !details.OwnWords ? details : new ReleaseDetails
        {
            LegalName = details.LegalName,
            Records = ReleaseDetails.ToFillIn,
            Purpose = details.Purpose,
            OutsideUnitedStates = details.OutsideUnitedStates,
            Role = details.Role,
            OtherParty = details.OtherParty,
            Capacity = details.Capacity,
            SignerName = details.SignerName,
            ByMark = details.ByMark,
            InterpreterLanguage = details.InterpreterLanguage,
            MedicalRecords = details.MedicalRecords,
            TaxRecords = details.TaxRecords,
            Confirmed = true,
        };
        return ForPen(known with { Identifiers = known.Identifiers.ToDictionary(i => i.Key, _ => ReleaseDetails.ToFillIn) }, agency);
    }
}

using Portal.Domain.Agencies;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Who may sign a release for an agency, by its rules.</summary>
public static class SignerRules
{
    /// <summary>The capacities an agency accepts. The subject of the record may always sign.</summary>
    public static IEnumerable<SignerCapacity> CapacitiesFor(Agency agency)
    {
        yield return SignerCapacity.Self;
        if (agency.Rules.GuardianMaySign)
            yield return SignerCapacity.ParentOrGuardian;
        // Where the subject has to sign even from abroad, a person with a power of attorney can't sign instead.
        if (agency.Rules.GuardianMaySign && !agency.Rules.SubjectAbroadSigns)
            yield return SignerCapacity.PersonalRepresentative;
        if (agency.Rules.NextOfKinMaySign)
            yield return SignerCapacity.NextOfKin;
    }

    /// <summary>The capacities an agency accepts for a person, by why they can't sign; null if they can.</summary>
    public static IEnumerable<SignerCapacity> CapacitiesFor(Agency agency, CannotSign? why) => CapacitiesFor(agency).Where(c => Allows(why, c));

    /// <summary>Whether a capacity fits why the person can't sign.</summary>
    public static bool Allows(CannotSign? why, SignerCapacity capacity) => why switch
    {
        CannotSign.Minor or CannotSign.Unable => capacity is SignerCapacity.ParentOrGuardian or SignerCapacity.PersonalRepresentative,
        CannotSign.Died => capacity is SignerCapacity.NextOfKin or SignerCapacity.PersonalRepresentative,
        _ => true,
    };

    /// <summary>Whether a parent is releasing a minor's medical records where that isn't allowed.</summary>
    public static bool IsMinorMedical(Agency agency, SignerCapacity capacity, bool medical) =>
        medical && capacity == SignerCapacity.ParentOrGuardian && !agency.Rules.MinorMedicalByParent;

    /// <summary>Whether the release covers medical records, under the agency's rule and what the signer checked.</summary>
    public static bool CoversMedical(Agency agency, ReleaseDetails details) => agency.Rules.Medical switch
    {
        MedicalRule.Always => true,
        MedicalRule.Ask => details.MedicalRecords || details.SensitiveRecords.Count > 0,
        _ => false,
    };

    /// <summary>The problem with the witnesses to a mark; null when there's none.</summary>
    internal static Outcome.Refused? BrokenWitnesses(IReadOnlyList<MarkWitness> witnesses, ReleaseDetails details, Agency agency)
    {
        if (witnesses.Count < agency.Rules.MarkWitnesses
            || witnesses.Any(w => PersonName.Normalize(w.Name).Length == 0 || w.Name.Length > 260 || w.Address.Trim().Length is 0 or > 400))
            return new("Enter the name and address of each witness to the mark. Number needed: {0}.", agency.Rules.MarkWitnesses);
        var names = witnesses.Select(w => PersonName.Normalize(w.Name)).ToList();
        return names.Distinct().Count() < names.Count
            || names.Contains(PersonName.Normalize(details.WhoSigns))
            || names.Contains(PersonName.Normalize(details.LegalName))
            ? new("Each witness must be a different person, and none can be the signer.")
            : null;
    }
}

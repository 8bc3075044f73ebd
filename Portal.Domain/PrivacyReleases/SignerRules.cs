using Portal.Domain.Agencies;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Who may sign for an agency, from its rules.</summary>
public static class SignerRules
{
    /// <summary>The capacities an agency accepts; the subject of the record always.</summary>
    public static IEnumerable<SignerCapacity> CapacitiesFor(Agency agency)
    {
        yield return SignerCapacity.Self;
        if (agency.GuardianMaySign)
            yield return SignerCapacity.ParentOrGuardian;
        // Where the subject signs even from abroad, nobody who holds a power of attorney signs instead.
        if (agency.GuardianMaySign && !agency.SubjectAbroadSigns)
            yield return SignerCapacity.PersonalRepresentative;
        if (agency.NextOfKinMaySign)
            yield return SignerCapacity.NextOfKin;
    }

    /// <summary>Whether a parent tries to release a minor's medical records where that is not allowed.</summary>
    public static bool IsMinorMedical(Agency agency, SignerCapacity capacity, bool medical) =>
        medical && capacity == SignerCapacity.ParentOrGuardian && !agency.MinorMedicalByParent;

    /// <summary>Whether the release speaks of medical records, whatever the signer ticked.</summary>
    public static bool CoversMedical(Agency agency, ReleaseDetails details) => agency.Medical switch
    {
        MedicalRule.Always => true,
        MedicalRule.Ask => details.MedicalRecords || details.SensitiveRecords.Count > 0,
        _ => false,
    };
}

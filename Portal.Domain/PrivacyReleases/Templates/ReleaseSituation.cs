using Portal.Domain.Agencies;
using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>The facts on which the clauses of one document depend.</summary>
/// <param name="Details">What the signer confirmed.</param>
/// <param name="Agency">The agency and its rules.</param>
/// <param name="Language">The language the signer reads.</param>
public sealed record ReleaseSituation(ReleaseDetails Details, Agency Agency, string Language)
{
    /// <summary>The specially protected records the signer ticked, of those the agency has.</summary>
    public IReadOnlyList<string> Sensitive => [.. Agency.SensitiveNames.Where(Details.SensitiveRecords.Contains)];

    /// <summary>Whether the condition holds.</summary>
    public bool Holds(ClauseCondition when) => when switch
    {
        ClauseCondition.Always => true,
        ClauseCondition.PerjuryInside => Agency.Perjury && !Details.OutsideUnitedStates,
        ClauseCondition.PerjuryAbroad => Agency.Perjury && Details.OutsideUnitedStates,
        ClauseCondition.NoPerjury => !Agency.Perjury,
        ClauseCondition.ForOneself => Details.Capacity == SignerCapacity.Self,
        ClauseCondition.SomebodyElse => Details.Capacity != SignerCapacity.Self,
        ClauseCondition.Guardian => Details.Capacity == SignerCapacity.ParentOrGuardian,
        ClauseCondition.Representative => Details.Capacity == SignerCapacity.PersonalRepresentative,
        ClauseCondition.NextOfKin => Details.Capacity == SignerCapacity.NextOfKin,
        ClauseCondition.Petitioner => Details.Role == PartyRole.Petitioner,
        ClauseCondition.Beneficiary => Details.Role == PartyRole.Beneficiary,
        ClauseCondition.RequestGiven => !string.IsNullOrWhiteSpace(Details.Purpose),
        ClauseCondition.OtherPerson => !string.IsNullOrWhiteSpace(Details.MayTalkWith) && !Agency.OnlyOfficeNamed,
        ClauseCondition.OnlyOffice => Agency.OnlyOfficeNamed,
        ClauseCondition.Medical => IsMedical,
        ClauseCondition.NotMedical => !IsMedical,
        ClauseCondition.Tax => Details.TaxRecords,
        ClauseCondition.MustArrive => Agency.ReleaseMaxAgeDays is not null && (Details.TaxRecords || !Agency.MaxAgeForTaxOnly),
        ClauseCondition.Sensitive => Sensitive.Count > 0,
        ClauseCondition.NoSensitive => Agency.SensitiveRecords.Length > 0 && Sensitive.Count == 0,
        ClauseCondition.SubstanceUse or ClauseCondition.Hiv or ClauseCondition.SickleCell => Sensitive.Contains(when.ToString()),
        ClauseCondition.Mark => Details.ByMark,
        ClauseCondition.MarkWitnessed => Details.ByMark && Agency.MarkWitnesses > 0,
        ClauseCondition.Interpreter => IsInterpreted,
        ClauseCondition.Translated => Agency.TranslationCertified && (Language != "en" || IsInterpreted),
        _ => throw new ArgumentOutOfRangeException(nameof(when), when, "Not a condition."),
    };

    private bool IsMedical => Agency.Medical == MedicalRule.Always || (Agency.Medical == MedicalRule.Ask && Details.MedicalRecords);

    private bool IsInterpreted => !string.IsNullOrWhiteSpace(Details.InterpreterLanguage);
}

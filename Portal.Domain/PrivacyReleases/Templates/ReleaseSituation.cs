using Portal.Domain.Agencies;
using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>The facts that decide which clauses a document has.</summary>
/// <param name="Details">What the signer confirmed.</param>
/// <param name="Agency">The agency and its rules.</param>
/// <param name="Language">The language the signer reads.</param>
public sealed record ReleaseSituation(ReleaseDetails Details, Agency Agency, string Language)
{
    /// <summary>The specially protected records the signer checked, among those the agency has.</summary>
    public IReadOnlyList<string> Sensitive => [.. Agency.Rules.SensitiveRecords.Where(Details.SensitiveRecords.Contains)];

    /// <summary>Whether the condition holds.</summary>
    public bool Holds(ClauseCondition when) => when switch
    {
        ClauseCondition.Always => true,
        ClauseCondition.PerjuryInside => Agency.Rules.Perjury && !Details.OutsideUnitedStates,
        ClauseCondition.PerjuryAbroad => Agency.Rules.Perjury && Details.OutsideUnitedStates,
        ClauseCondition.NoPerjury => !Agency.Rules.Perjury,
        ClauseCondition.ForOneself => Details.Capacity == SignerCapacity.Self,
        ClauseCondition.SomebodyElse => Details.Capacity != SignerCapacity.Self,
        ClauseCondition.Guardian => Details.Capacity == SignerCapacity.ParentOrGuardian,
        ClauseCondition.Representative => Details.Capacity == SignerCapacity.PersonalRepresentative,
        ClauseCondition.NextOfKin => Details.Capacity == SignerCapacity.NextOfKin,
        ClauseCondition.Petitioner => Details.Role == PartyRole.Petitioner,
        ClauseCondition.Beneficiary => Details.Role == PartyRole.Beneficiary,
        ClauseCondition.RequestGiven => !string.IsNullOrWhiteSpace(Details.Purpose),
        ClauseCondition.OtherPerson => !string.IsNullOrWhiteSpace(Details.MayTalkWith) && !Agency.Rules.OnlyOfficeNamed,
        ClauseCondition.OnlyOffice => Agency.Rules.OnlyOfficeNamed,
        ClauseCondition.Medical => IsMedical,
        ClauseCondition.NotMedical => !IsMedical,
        ClauseCondition.Tax => Details.TaxRecords,
        ClauseCondition.MustArrive => Agency.Rules.ReleaseMaxAgeDays is not null && (Details.TaxRecords || !Agency.Rules.MaxAgeForTaxOnly),
        ClauseCondition.Sensitive => Sensitive.Count > 0,
        ClauseCondition.NoSensitive => Agency.Rules.SensitiveRecords.Count > 0 && Sensitive.Count == 0,
        ClauseCondition.SubstanceUse or ClauseCondition.Hiv or ClauseCondition.SickleCell => Sensitive.Contains(when.ToString()),
        ClauseCondition.Mark => Details.ByMark,
        ClauseCondition.MarkWitnessed => Details.ByMark && Agency.Rules.MarkWitnesses > 0,
        ClauseCondition.Interpreter => IsInterpreted,
        ClauseCondition.Translated => Agency.Rules.TranslationCertified && (Language != "en" || IsInterpreted),
        _ => throw new ArgumentOutOfRangeException(nameof(when), when, "Not a condition."),
    };

    private bool IsMedical => Agency.Rules.Medical == MedicalRule.Always || (Agency.Rules.Medical == MedicalRule.Ask && Details.MedicalRecords);

    private bool IsInterpreted => !string.IsNullOrWhiteSpace(Details.InterpreterLanguage);
}

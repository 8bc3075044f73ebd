using Portal.Domain.Constituents;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>A condition under which a box is checked.</summary>
/// <param name="Code">The code stored in the map. Its meaning never changes.</param>
/// <param name="Label">The English label, which is also its translation key.</param>
/// <param name="Holds">Whether the box is checked.</param>
public sealed record FormTick(string Code, string Label, Func<FormFacts, bool> Holds);

/// <summary>Every condition.</summary>
public static class FormTicks
{
    /// <summary>All conditions, in the order of the list.</summary>
    public static IReadOnlyList<FormTick> All { get; } =
    [
        new("Always", "Always", _ => true),
        new("Inside", "Signed inside the United States", f => !f.Details.OutsideUnitedStates),
        new("Outside", "Signed outside the United States", f => f.Details.OutsideUnitedStates),
        new("Self", "The person signs for themselves", f => f.Details.Capacity == SignerCapacity.Self),
        new("Other", "Someone else signs", f => f.Details.Capacity != SignerCapacity.Self),
        new("Guardian", "A parent or guardian signs", f => f.Details.Capacity == SignerCapacity.ParentOrGuardian),
        new("Representative", "A personal representative signs", f => f.Details.Capacity == SignerCapacity.PersonalRepresentative),
        new("NextOfKin", "The next of kin signs", f => f.Details.Capacity == SignerCapacity.NextOfKin),
        new("Mark", "Signed with a mark (X)", f => f.Details.ByMark),
        new("Interpreter", "Someone interpreted", f => f.Details.InterpreterLanguage is not null),
        new("Medical", "Medical records are requested", f => f.Details.MedicalRecords),
        new("NotMedical", "No medical records are requested", f => !f.Details.MedicalRecords),
        new("Tax", "Tax return information is requested", f => f.Details.TaxRecords),
        new("SubstanceUse", "Substance use records are requested", f => f.Details.SensitiveRecords.Contains("SubstanceUse")),
        new("Hiv", "HIV records are requested", f => f.Details.SensitiveRecords.Contains("Hiv")),
        new("SickleCell", "Sickle cell records are requested", f => f.Details.SensitiveRecords.Contains("SickleCell")),
        new("OtherPerson", "Information may be shared with another person", f => f.OtherPerson is not null),
        new("Subject", "The records are about this person", f => f.Details.Role == PartyRole.Subject),
        new("Petitioner", "The person is the petitioner", f => f.Details.Role == PartyRole.Petitioner),
        new("Beneficiary", "The person is the beneficiary", f => f.Details.Role == PartyRole.Beneficiary),
    ];

    /// <summary>The condition with that code; null when it's unknown.</summary>
    public static FormTick? Find(string code) => All.FirstOrDefault(t => t.Code == code);
}

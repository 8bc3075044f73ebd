using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>English text for kinds and conditions. It's also the key of the translation.</summary>
public static class TemplateText
{
    /// <summary>Kinds of clause to choose from.</summary>
    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ClauseKind>().Select(k => new SelectListItem(Describe(k), k.ToString()))];

    /// <summary>Conditions to choose from.</summary>
    public static IEnumerable<SelectListItem> Conditions { get; } =
    [
        .. Enum.GetValues<ClauseCondition>().Select(c => new SelectListItem(Describe(c), c.ToString()))
    ];

    /// <summary>Capacities to choose from.</summary>
    public static IEnumerable<SelectListItem> Capacities { get; } =
    [
        .. Enum.GetValues<SignerCapacity>().Select(c => new SelectListItem(Describe(c), c.ToString()))
    ];

    /// <summary>Roles to choose from.</summary>
    public static IEnumerable<SelectListItem> Roles { get; } = [.. Enum.GetValues<PartyRole>().Select(r => new SelectListItem(Describe(r), r.ToString()))];

    /// <summary>The languages of the site.</summary>
    public static IEnumerable<SelectListItem> Languages { get; } = [new("English", "en"), new("Spanish", "es")];

    /// <summary>What a clause is about.</summary>
    public static string Describe(ClauseKind kind) => kind switch
    {
        ClauseKind.Subject => "Who the records are about",
        ClauseKind.Capacity => "Role or capacity",
        ClauseKind.Authorization => "Authorization for the agency",
        ClauseKind.Recipient => "Who receives the records",
        ClauseKind.Records => "Which records",
        ClauseKind.SpecialRecords => "Specially protected records",
        ClauseKind.Purpose => "Purpose",
        ClauseKind.Request => "What the person wants done",
        ClauseKind.OtherPerson => "Another person",
        ClauseKind.Expiry => "How long it lasts",
        ClauseKind.Withdrawal => "How to withdraw it",
        ClauseKind.MedicalNotice => "Health records notice",
        ClauseKind.OfficeNotice => "Notice about our office",
        ClauseKind.FalsePretenses => "Warning about false pretenses",
        ClauseKind.Certification => "Certification by someone else",
        ClauseKind.Declaration => "Signer's declaration",
        _ => "Other statement",
    };

    /// <summary>When a clause is shown.</summary>
    public static string Describe(ClauseCondition when) => when switch
    {
        ClauseCondition.PerjuryInside => "Under penalty of perjury, signed in the United States",
        ClauseCondition.PerjuryAbroad => "Under penalty of perjury, signed outside the United States",
        ClauseCondition.NoPerjury => "When the agency doesn't require a declaration under penalty of perjury",
        ClauseCondition.ForOneself => "When the person the records are about signs",
        ClauseCondition.SomebodyElse => "When someone else signs for the person",
        ClauseCondition.Guardian => "When a parent or guardian signs",
        ClauseCondition.Representative => "When a personal representative signs",
        ClauseCondition.NextOfKin => "When the next of kin signs for someone who has died",
        ClauseCondition.Petitioner => "When the person is the petitioner",
        ClauseCondition.Beneficiary => "When the person is the beneficiary",
        ClauseCondition.RequestGiven => "When the person said what they want done",
        ClauseCondition.OtherPerson => "When another person is named and the agency allows it",
        ClauseCondition.OnlyOffice => "When the agency allows only our office to be named",
        ClauseCondition.Medical => "When health records are requested",
        ClauseCondition.NotMedical => "When no health records are requested",
        ClauseCondition.Tax => "When tax return information is requested",
        ClauseCondition.MustArrive => "When the agency must receive it within a set number of days",
        ClauseCondition.Sensitive => "When specially protected records are selected",
        ClauseCondition.NoSensitive => "When the agency has specially protected records and none are selected",
        ClauseCondition.SubstanceUse => "When drug or alcohol treatment records are selected",
        ClauseCondition.Hiv => "When HIV records are selected",
        ClauseCondition.SickleCell => "When sickle cell anemia records are selected",
        ClauseCondition.Mark => "When the signer makes a mark",
        ClauseCondition.MarkWitnessed => "When the signer makes a mark and the agency requires witnesses",
        ClauseCondition.Interpreter => "When someone interpreted the document",
        ClauseCondition.Translated => "When the signer didn't read it in English and the agency requires a certified translation",
        _ => "In every document",
    };

    /// <summary>The capacity someone signs in.</summary>
    public static string Describe(SignerCapacity capacity) => capacity switch
    {
        SignerCapacity.ParentOrGuardian => "Parent or legal guardian",
        SignerCapacity.PersonalRepresentative => "Personal representative",
        SignerCapacity.NextOfKin => "Next of kin",
        _ => "The person the records are about",
    };

    /// <summary>The role of a person involved in the case.</summary>
    public static string Describe(PartyRole role) => role switch
    {
        PartyRole.Petitioner => "Petitioner",
        PartyRole.Beneficiary => "Beneficiary",
        _ => "No petition",
    };
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Domain.Constituents;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Templates;

/// <summary>English words for kinds, conditions and notices; the keys of their translations.</summary>
public static class TemplateWords
{
    /// <summary>What can have happened to a template.</summary>
    public static readonly IReadOnlyDictionary<string, string> Notices = new Dictionary<string, string>
    {
        ["saved"] = "The draft was saved. Nobody signs it until it is published.",
        ["published"] = "The new version was published. People sign it from now on; what was signed before stays as it was.",
    };

    /// <summary>The kinds of clause to choose from.</summary>
    public static IEnumerable<SelectListItem> Kinds { get; } = [.. Enum.GetValues<ClauseKind>().Select(k => new SelectListItem(Of(k), k.ToString()))];

    /// <summary>The conditions to choose from.</summary>
    public static IEnumerable<SelectListItem> Conditions { get; } = [.. Enum.GetValues<ClauseCondition>().Select(c => new SelectListItem(Of(c), c.ToString()))];

    /// <summary>The capacities to choose from.</summary>
    public static IEnumerable<SelectListItem> Capacities { get; } = [.. Enum.GetValues<SignerCapacity>().Select(c => new SelectListItem(Of(c), c.ToString()))];

    /// <summary>The roles to choose from.</summary>
    public static IEnumerable<SelectListItem> Roles { get; } = [.. Enum.GetValues<PartyRole>().Select(r => new SelectListItem(Of(r), r.ToString()))];

    /// <summary>The languages of the site.</summary>
    public static IEnumerable<SelectListItem> Languages { get; } = [new("English", "en"), new("Spanish", "es")];

    /// <summary>What a clause says.</summary>
    public static string Of(ClauseKind kind) => kind switch
    {
        ClauseKind.Subject => "Who the records are about",
        ClauseKind.Capacity => "Role or capacity",
        ClauseKind.Authorization => "Authorization of the agency",
        ClauseKind.Recipient => "Who receives the records",
        ClauseKind.Records => "Which records",
        ClauseKind.SpecialRecords => "Specially protected records",
        ClauseKind.Purpose => "Purpose",
        ClauseKind.Wish => "What the person wants done",
        ClauseKind.OtherPerson => "Another person",
        ClauseKind.Expiry => "How long it lasts",
        ClauseKind.Withdrawal => "How to take it back",
        ClauseKind.MedicalNotice => "Notice on health records",
        ClauseKind.OfficeNotice => "Notice on the office",
        ClauseKind.FalsePretences => "Warning against false pretenses",
        ClauseKind.Certification => "Certification by somebody else",
        ClauseKind.Declaration => "Declaration of the signer",
        _ => "Another statement",
    };

    /// <summary>When a clause is shown.</summary>
    public static string Of(ClauseCondition when) => when switch
    {
        ClauseCondition.PerjuryInside => "Under penalty of perjury, signed in the United States",
        ClauseCondition.PerjuryAbroad => "Under penalty of perjury, signed abroad",
        ClauseCondition.NoPerjury => "When the agency wants no declaration under penalty of perjury",
        ClauseCondition.ForOneself => "When the person concerned signs",
        ClauseCondition.SomebodyElse => "When somebody else signs for the person",
        ClauseCondition.Guardian => "When a parent or guardian signs",
        ClauseCondition.Representative => "When a personal representative signs",
        ClauseCondition.NextOfKin => "When the next of kin sign for somebody who died",
        ClauseCondition.Petitioner => "When the person is the petitioner",
        ClauseCondition.Beneficiary => "When the person is the beneficiary",
        ClauseCondition.WishGiven => "When the person said what they want done",
        ClauseCondition.OtherPerson => "When another person is named and the agency allows it",
        ClauseCondition.OnlyOffice => "When the agency lets only the office be named",
        ClauseCondition.Medical => "When health records are asked for",
        ClauseCondition.NotMedical => "When no health records are asked for",
        ClauseCondition.Tax => "When tax return information is asked for",
        ClauseCondition.MustArrive => "When the agency must receive it within some days",
        ClauseCondition.Sensitive => "When specially protected records were ticked",
        ClauseCondition.NoSensitive => "When the agency has specially protected records and none was ticked",
        ClauseCondition.SubstanceUse => "When records on drug or alcohol treatment were ticked",
        ClauseCondition.Hiv => "When records on HIV were ticked",
        ClauseCondition.SickleCell => "When records on sickle cell anemia were ticked",
        ClauseCondition.Mark => "When the signer makes a mark",
        ClauseCondition.MarkWitnessed => "When the signer makes a mark and the agency wants witnesses",
        ClauseCondition.Interpreter => "When somebody interpreted the document",
        ClauseCondition.Translated => "When the signer did not read English and the agency wants translations certified",
        _ => "In every document",
    };

    /// <summary>In which capacity somebody signs.</summary>
    public static string Of(SignerCapacity capacity) => capacity switch
    {
        SignerCapacity.ParentOrGuardian => "Parent or legal guardian",
        SignerCapacity.PersonalRepresentative => "Personal representative",
        SignerCapacity.NextOfKin => "Next of kin",
        _ => "The person concerned",
    };

    /// <summary>In which role somebody takes part.</summary>
    public static string Of(PartyRole role) => role switch
    {
        PartyRole.Petitioner => "Petitioner",
        PartyRole.Beneficiary => "Beneficiary",
        _ => "No petition",
    };
}

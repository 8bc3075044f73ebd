using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.PrivacyReleases.Templates;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>Describes changes to an agency and publications of its forms.</summary>
public sealed class AgencyHistoryText(Translator text, IReadOnlyList<ReleaseTemplate> templates)
{
    /// <summary>A past change.</summary>
    /// <param name="Sentence">What happened; null for changed fields, which speak for themselves.</param>
    public sealed record Change(DateTime At, string By, string? Sentence, IReadOnlyList<AgencyFieldChange> Fields);

    /// <summary>Describes a change in the reader's language.</summary>
    public Change Describe(AgencyHistoryEntry entry) => entry.Event switch
    {
        AgencyFormPublished form => new(entry.At, entry.By, text["The agency's own form, version {0}, was published.", form.Edition], []),
        AgencyFormRetired form => new(entry.At, entry.By, text["The agency's own form, version {0}, was taken out of use.", form.Edition], []),
        AgencyChanged changed =>
            new(
                entry.At, entry.By, null,
                [.. changed.Changes.Select(c => new AgencyFieldChange(text[LabelOf(c.Field)], ValueOf(c.Field, c.From), ValueOf(c.Field, c.To)))]),
        var other => throw new InvalidOperationException($"{other.GetType().Name} isn't a change to an agency."),
    };

    private string? ValueOf(string field, string? value) => (field, value) switch
    {
        (_, null or "") => null,
        (_, "True") => text["Yes"],
        (_, "False") => text["No"],
        (nameof(AgencyReleaseRules.Signature), _) when Enum.TryParse<SignatureClass>(value, out var signature) => text[OfficeText.Describe(signature)],
        (nameof(AgencyReleaseRules.TemplateCode), _) => templates.FirstOrDefault(t => t.Code == value)?.NameIn(text.Language) ?? value,
        (nameof(AgencyReleaseRules.Medical), _) => text[EditModel.MedicalRules.FirstOrDefault(m => m.Value == value)?.Text ?? value],
        (nameof(AgencyReleaseRules.RequiredIdentifiers), _) => string.Join(", ", value.Split(',').Select(n => text[Identifiers.All.GetValueOrDefault(n, n)])),
        (nameof(AgencyReleaseRules.SensitiveRecords), _) => string.Join(", ", value.Split(',').Select(n => text[SensitiveKinds.LabelOf(n)])),
        (nameof(Agency.VerifiedOn), _) when DateOnly.TryParse(value, Texts.CultureOf("en"), out var day) => OfficeText.Day(day),
        _ => value,
    };

    // Same label as the field on the form next to it.
    private static string LabelOf(string field) => field switch
    {
        nameof(AgencyReleaseRules.Signature) => "Signature the agency accepts",
        nameof(AgencyReleaseRules.ReleaseMaxAgeDays) => "Days a signed release is valid",
        nameof(AgencyReleaseRules.ResignAfterClosedInquiryDays) => "Days before a new signature is needed",
        nameof(AgencyReleaseRules.Form) => "The agency's own form",
        nameof(AgencyReleaseRules.OnlyOfficeNamed) => "Only the congressional office may be named",
        nameof(AgencyReleaseRules.TranslationCertified) => "Translations must be certified",
        nameof(AgencyReleaseRules.EnglishAuthoritative) => "English governs; Spanish is shown as a translation",
        nameof(AgencyReleaseRules.Perjury) => "Signed under penalty of perjury",
        nameof(AgencyReleaseRules.SpecificRecords) => "Must name specific records; “all records” isn't accepted",
        nameof(AgencyReleaseRules.MaxAgeForTaxOnly) => "The day limit applies only to tax information",
        nameof(AgencyReleaseRules.TaxInInk) => "Tax information needs a signature in ink",
        nameof(AgencyReleaseRules.TemplateCode) => "Release template",
        nameof(AgencyReleaseRules.GuardianMaySign) => "A parent, guardian, or representative may sign, with proof",
        nameof(AgencyReleaseRules.NextOfKinMaySign) => "The next of kin may sign, with proof of death",
        nameof(AgencyReleaseRules.EachPartySigns) => "Petitioner and beneficiary each sign a release",
        nameof(AgencyReleaseRules.SubjectAbroadSigns) => "The person the records are about must sign, even from abroad",
        nameof(AgencyReleaseRules.MarkWitnesses) => "Witnesses needed for a mark",
        nameof(AgencyReleaseRules.Medical) => "Medical records",
        nameof(AgencyReleaseRules.MinorMedicalByParent) => "A parent may release a minor's medical records",
        nameof(AgencyReleaseRules.SensitiveRecords) => "Records that need separate consent",
        nameof(AgencyReleaseRules.RequiredIdentifiers) => "ID numbers the agency needs",
        nameof(AgencyReleaseRules.ExceptionCitation) => "Citation",
        nameof(AgencyReleaseRules.ExceptionCondition) => "What it covers, and when (in English)",
        nameof(AgencyReleaseRules.ExceptionConditionEs) => "What it covers and under what conditions, in Spanish",
        nameof(Agency.AcknowledgmentDays) => "Acknowledgment",
        nameof(Agency.InterimDays) => "Interim answer",
        nameof(Agency.FinalDays) => "Final answer",
        nameof(Agency.FollowUpDays) => "Business days between follow-ups",
        nameof(Agency.FollowUpsBeforeEscalation) => "Follow-ups before escalating",
        nameof(Agency.FollowUpSource) => "Source of the follow-up schedule",
        nameof(Agency.PublicNote) => "Note to signers, in English",
        nameof(Agency.PublicNoteEs) => "Note to signers, in Spanish",
        nameof(Agency.Notes) => "Staff notes, in English",
        nameof(Agency.NotesEs) => "Staff notes, in Spanish",
        nameof(Agency.Source) => "Source",
        nameof(Agency.VerifiedOn) => "Last checked on",
        _ => field,
    };
}

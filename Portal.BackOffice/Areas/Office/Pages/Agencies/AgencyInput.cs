using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.PrivacyReleases;

namespace Portal.BackOffice.Areas.Office.Pages.Agencies;

/// <summary>The form about an agency.</summary>
public sealed class AgencyInput
{
    /// <summary>The version the form was made from.</summary>
    public int Version { get; set; }

    /// <summary>How a release has to be signed.</summary>
    public SignatureClass? Signature { get; set; }

    /// <summary>Days a release counts, as typed.</summary>
    public string? ReleaseMaxAgeDays { get; set; }

    /// <summary>Days after a closed inquiry, as typed.</summary>
    public string? ResignAfterClosedInquiryDays { get; set; }

    /// <summary>Only the office may be named.</summary>
    public bool OnlyOfficeNamed { get; set; }

    /// <summary>Translations are certified.</summary>
    public bool TranslationCertified { get; set; }

    /// <summary>The release template.</summary>
    public string? TemplateCode { get; set; }

    /// <summary>Under penalty of perjury.</summary>
    public bool Perjury { get; set; }

    /// <summary>A guardian or representative may sign.</summary>
    public bool GuardianMaySign { get; set; }

    /// <summary>The next of kin may sign.</summary>
    public bool NextOfKinMaySign { get; set; }

    /// <summary>Petitioner and beneficiary sign one each.</summary>
    public bool EachPartySigns { get; set; }

    /// <summary>The subject signs even from abroad.</summary>
    public bool SubjectAbroadSigns { get; set; }

    /// <summary>The English text counts.</summary>
    public bool EnglishAuthoritative { get; set; }

    /// <summary>Medical records.</summary>
    public MedicalRule Medical { get; set; }

    /// <summary>Records with a consent of their own.</summary>
    public List<string> SensitiveRecords { get; set; } = [];

    /// <summary>Specific records have to be named.</summary>
    public bool SpecificRecords { get; set; }

    /// <summary>A parent may release a minor's medical records.</summary>
    public bool MinorMedicalByParent { get; set; }

    /// <summary>The age limit holds for tax information alone.</summary>
    public bool MaxAgeForTaxOnly { get; set; }

    /// <summary>Witnesses of a mark, as typed.</summary>
    public string? MarkWitnesses { get; set; }

    /// <summary>Identity numbers the agency needs.</summary>
    public List<string> RequiredIdentifiers { get; set; } = [];

    /// <summary>Citation of an exception.</summary>
    public string? ExceptionCitation { get; set; }

    /// <summary>Its condition.</summary>
    public string? ExceptionCondition { get; set; }

    /// <summary>Its condition, in Spanish.</summary>
    public string? ExceptionConditionEs { get; set; }

    /// <summary>The agency's own form.</summary>
    public string? Form { get; set; }

    /// <summary>Business days, as typed.</summary>
    public string? AcknowledgmentDays { get; set; }

    /// <summary>Business days, as typed.</summary>
    public string? InterimDays { get; set; }

    /// <summary>Business days, as typed.</summary>
    public string? FinalDays { get; set; }

    /// <summary>Business days between two follow-ups, as typed.</summary>
    public string? FollowUpDays { get; set; }

    /// <summary>Follow-ups before the matter is taken further up, as typed.</summary>
    public string? FollowUpsBeforeEscalation { get; set; }

    /// <summary>What the pace of the follow-ups is taken from.</summary>
    public string? FollowUpSource { get; set; }

    /// <summary>The congressional liaison.</summary>
    public string? LiaisonContact { get; set; }

    /// <summary>More conditions, in English.</summary>
    public string? Notes { get; set; }

    /// <summary>More conditions, in Spanish.</summary>
    public string? NotesEs { get; set; }

    /// <summary>What the rule is taken from.</summary>
    public string? Source { get; set; }

    /// <summary>When it was last checked.</summary>
    public DateParts VerifiedOn { get; set; } = new();

    /// <summary>Records with a consent of their own that the product knows.</summary>
    internal static readonly IReadOnlyList<string> Sensitive = ["SubstanceUse", "Hiv", "SickleCell"];

    /// <summary>The form as stored.</summary>
    public static AgencyInput From(Agency agency) => new()
    {
        Version = agency.Version,
        Signature = agency.Signature,
        ReleaseMaxAgeDays = agency.ReleaseMaxAgeDays?.ToString(),
        ResignAfterClosedInquiryDays = agency.ResignAfterClosedInquiryDays?.ToString(),
        OnlyOfficeNamed = agency.OnlyOfficeNamed,
        TranslationCertified = agency.TranslationCertified,
        TemplateCode = agency.TemplateCode,
        Perjury = agency.Perjury,
        GuardianMaySign = agency.GuardianMaySign,
        NextOfKinMaySign = agency.NextOfKinMaySign,
        EachPartySigns = agency.EachPartySigns,
        SubjectAbroadSigns = agency.SubjectAbroadSigns,
        EnglishAuthoritative = agency.EnglishAuthoritative,
        Medical = agency.Medical,
        SensitiveRecords = [.. agency.SensitiveNames],
        SpecificRecords = agency.SpecificRecords,
        MinorMedicalByParent = agency.MinorMedicalByParent,
        MaxAgeForTaxOnly = agency.MaxAgeForTaxOnly,
        MarkWitnesses = agency.MarkWitnesses.ToString(),
        RequiredIdentifiers = [.. agency.NeededIdentifiers],
        ExceptionCitation = agency.ExceptionCitation,
        ExceptionCondition = agency.ExceptionCondition,
        ExceptionConditionEs = agency.ExceptionConditionEs,
        Form = agency.Form,
        Notes = agency.Notes,
        NotesEs = agency.NotesEs,
        AcknowledgmentDays = agency.AcknowledgmentDays.ToString(),
        InterimDays = agency.InterimDays.ToString(),
        FinalDays = agency.FinalDays.ToString(),
        FollowUpDays = agency.FollowUpDays.ToString(),
        FollowUpsBeforeEscalation = agency.FollowUpsBeforeEscalation.ToString(),
        FollowUpSource = agency.FollowUpSource,
        LiaisonContact = agency.LiaisonContact,
        Source = agency.Source,
        VerifiedOn = DateParts.From(agency.VerifiedOn),
    };

    /// <summary>The command; null when a field cannot be read, which <paramref name="state"/> then says.</summary>
    public SaveAgency.Command? ToCommand(string code, ModelStateDictionary state, Translator text)
    {
        int? Days(string? typed, string field, bool needed)
        {
            if (string.IsNullOrWhiteSpace(typed) && !needed)
                return null;
            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3_650)
                return days;
            state.AddModelError("Input." + field, text["Enter a whole number of days."]);
            return null;
        }

        var (age, again) = (Days(ReleaseMaxAgeDays, nameof(ReleaseMaxAgeDays), false), Days(ResignAfterClosedInquiryDays, nameof(ResignAfterClosedInquiryDays), false));
        var (first, interim, final) = (Days(AcknowledgmentDays, nameof(AcknowledgmentDays), true), Days(InterimDays, nameof(InterimDays), true), Days(FinalDays, nameof(FinalDays), true));
        var witnesses = Days(MarkWitnesses, nameof(MarkWitnesses), true);
        var (chase, times) = (Days(FollowUpDays, nameof(FollowUpDays), true), Days(FollowUpsBeforeEscalation, nameof(FollowUpsBeforeEscalation), true));
        if (string.IsNullOrWhiteSpace(FollowUpSource))
            state.AddModelError("Input.ChaseSource", text["Enter the source of the follow-up schedule."]);
        DateOnly? verified = VerifiedOn.TryGet(out var day) ? day : null;
        if (verified is null && !VerifiedOn.IsEmpty)
            state.AddModelError("Input.VerifiedOn", text["Enter a valid date, or leave all three fields blank."]);
        if (Signature is null)
            state.AddModelError("Input.Signature", text["Choose how a release is signed."]);
        if (string.IsNullOrWhiteSpace(Source))
            state.AddModelError("Input.Source", text["Enter the source of the rule."]);
        return state.IsValid
            ? new(code, Version, Signature!.Value, age, again, OnlyOfficeNamed, TranslationCertified, Form, Notes, NotesEs, first!.Value, interim!.Value, final!.Value, LiaisonContact, Source, verified)
            {
                FollowUpDue = new(chase!.Value, times!.Value, FollowUpSource!),
                Rules = new(TemplateCode ?? "", Perjury, GuardianMaySign, NextOfKinMaySign, EachPartySigns, SubjectAbroadSigns, EnglishAuthoritative, Medical,
                    string.Join(',', SensitiveRecords.Where(Sensitive.Contains)), SpecificRecords, MinorMedicalByParent, MaxAgeForTaxOnly, witnesses!.Value,
                    string.Join(',', RequiredIdentifiers.Where(Identifiers.All.ContainsKey)), ExceptionCitation, ExceptionCondition, ExceptionConditionEs),
            }
            : null;
    }
}

namespace Portal.Domain.Agencies;

/// <summary>What an agency wants of a release beyond the kind of signature and its age; edited together.</summary>
public sealed record AgencyReleaseRules(
    string TemplateCode, bool Perjury, bool GuardianMaySign, bool NextOfKinMaySign, bool EachPartySigns, bool SubjectAbroadSigns, bool EnglishAuthoritative,
    MedicalRule Medical, string SensitiveRecords, bool SpecificRecords, bool MinorMedicalByParent, bool MaxAgeForTaxOnly, int MarkWitnesses,
    string RequiredIdentifiers, string? ExceptionCitation, string? ExceptionCondition, string? ExceptionConditionEs)
{
    private const int MostWitnesses = 4;

    /// <summary>The keys by which an agency names its release template; PrivacyReleases holds a template for each.</summary>
    public static readonly IReadOnlyList<string> TemplateKeys = ["generic", "immigration", "tax", "medical", "veterans", "justice", "service-records"];

    /// <summary>As they are stored.</summary>
    public static AgencyReleaseRules From(Agency agency) => new(
        agency.TemplateCode, agency.Perjury, agency.GuardianMaySign, agency.NextOfKinMaySign, agency.EachPartySigns, agency.SubjectAbroadSigns, agency.EnglishAuthoritative,
        agency.Medical, agency.SensitiveRecords, agency.SpecificRecords, agency.MinorMedicalByParent, agency.MaxAgeForTaxOnly, agency.MarkWitnesses,
        agency.RequiredIdentifiers, agency.ExceptionCitation, agency.ExceptionCondition, agency.ExceptionConditionEs);

    /// <summary>What is wrong with them, as an English sentence; null when nothing is.</summary>
    internal string? Broken() => this switch
    {
        { TemplateCode: var template } when !TemplateKeys.Contains(template) => "Choose a release template from the list.",
        { MarkWitnesses: < 0 or > MostWitnesses } => "Enter a whole number of witnesses from 0 to 4.",
        { ExceptionCitation.Length: > 200 } => "The exception's citation can have up to 200 characters.",
        { ExceptionCitation: { } citation, ExceptionCondition: var condition } when !string.IsNullOrWhiteSpace(citation) && string.IsNullOrWhiteSpace(condition) => "Enter the condition for the exception.",
        { ExceptionCondition.Length: > 2000 } or { ExceptionConditionEs.Length: > 2000 } => "The exception's condition can have up to 2,000 characters.",
        _ => null,
    };

    internal void ApplyTo(Agency agency)
    {
        (agency.TemplateCode, agency.Perjury, agency.GuardianMaySign, agency.NextOfKinMaySign) = (TemplateCode, Perjury, GuardianMaySign, NextOfKinMaySign);
        (agency.EachPartySigns, agency.SubjectAbroadSigns, agency.EnglishAuthoritative, agency.Medical) = (EachPartySigns, SubjectAbroadSigns, EnglishAuthoritative, Medical);
        (agency.SensitiveRecords, agency.SpecificRecords, agency.MinorMedicalByParent) = (SensitiveRecords, SpecificRecords, MinorMedicalByParent);
        (agency.MaxAgeForTaxOnly, agency.MarkWitnesses, agency.RequiredIdentifiers) = (MaxAgeForTaxOnly, MarkWitnesses, RequiredIdentifiers);
        (agency.ExceptionCitation, agency.ExceptionCondition, agency.ExceptionConditionEs) = (Blank(ExceptionCitation), Blank(ExceptionCondition), Blank(ExceptionConditionEs));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}

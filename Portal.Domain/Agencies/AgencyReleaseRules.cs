namespace Portal.Domain.Agencies;

/// <summary>
/// What an agency requires of a privacy release. The seed data, the edit form, and the database bind to the property names,
/// so a rule is declared only here.
/// </summary>
public sealed record AgencyReleaseRules
{
    private const int MostDays = 3_650;
    private const int MostWitnesses = 4;

    /// <summary>The keys an agency can use to name its release template; PrivacyReleases has a template for each.</summary>
    public static readonly IReadOnlyList<string> TemplateKeys =
        ["generic", "immigration", "tax", "medical", "veterans", "justice", "service-records"];

    /// <summary>How a release must be signed.</summary>
    public SignatureClass Signature { get; init; }

    /// <summary>The key of the release template used for the agency.</summary>
    public string TemplateCode { get; init; } = TemplateKeys[0];

    /// <summary>The agency's own form, if any.</summary>
    public string? Form { get; init; }

    /// <summary>Whether the person signs under penalty of perjury (28 USC 1746).</summary>
    public bool Perjury { get; init; }

    /// <summary>Whether only the congressional office may be named as recipient.</summary>
    public bool OnlyOfficeNamed { get; init; }

    /// <summary>Whether a translation must be certified.</summary>
    public bool TranslationCertified { get; init; }

    /// <summary>Whether the English text governs; the Spanish text is shown as its translation.</summary>
    public bool EnglishAuthoritative { get; init; }

    /// <summary>Whether a parent, guardian, or personal representative may sign, with proof.</summary>
    public bool GuardianMaySign { get; init; }

    /// <summary>Whether the next of kin may sign for someone who died, with proof of death.</summary>
    public bool NextOfKinMaySign { get; init; }

    /// <summary>Whether the petitioner and the beneficiary each sign a release, if the topic has both.</summary>
    public bool EachPartySigns { get; init; }

    /// <summary>Whether the subject of the record must sign even from abroad, rather than someone in the United States for them.</summary>
    public bool SubjectAbroadSigns { get; init; }

    /// <summary>Witnesses needed when someone signs by mark.</summary>
    public int MarkWitnesses { get; init; }

    /// <summary>Whether a release covers medical records.</summary>
    public MedicalRule Medical { get; init; }

    /// <summary>Whether a parent may release a minor's medical records.</summary>
    public bool MinorMedicalByParent { get; init; }

    /// <summary>Records that need separate consent (such as 38 USC 7332), by name.</summary>
    public List<string> SensitiveRecords { get; init; } = [];

    /// <summary>Whether the release must name specific records; "all my records" is refused.</summary>
    public bool SpecificRecords { get; init; }

    /// <summary>Days after signing within which the agency must receive a release; null for no limit.</summary>
    public int? ReleaseMaxAgeDays { get; init; }

    /// <summary>Whether that limit applies only to tax return information.</summary>
    public bool MaxAgeForTaxOnly { get; init; }

    /// <summary>Whether tax information needs a signature in ink although other records don't.</summary>
    public bool TaxInInk { get; init; }

    /// <summary>A new signature is needed if the last inquiry ended more than this many days ago; null for no such rule.</summary>
    public int? ResignAfterClosedInquiryDays { get; init; }

    /// <summary>Names of the ID numbers the agency needs.</summary>
    public List<string> RequiredIdentifiers { get; init; } = [];

    /// <summary>Citation of a statutory exception under which no written consent is needed; null when there is none.</summary>
    public string? ExceptionCitation { get; init; }

    /// <summary>What the exception covers and on what condition.</summary>
    public string? ExceptionCondition { get; init; }

    /// <summary>The same in Spanish; without it staff read the English.</summary>
    public string? ExceptionConditionEs { get; init; }

    /// <summary>The condition of the exception in the reader's language.</summary>
    public string? ExceptionConditionIn(string language) =>
        language == "es" && ExceptionConditionEs is { } spanish ? spanish : ExceptionCondition;

    /// <summary>The rules as stored: text trimmed, blank text null.</summary>
    internal AgencyReleaseRules Cleaned() => this with
    {
        Form = Blank(Form),
        ExceptionCitation = Blank(ExceptionCitation),
        ExceptionCondition = Blank(ExceptionCondition),
        ExceptionConditionEs = Blank(ExceptionConditionEs),
    };

    /// <summary>What is wrong with the rules, as an English sentence; null when they're valid.</summary>
    internal string? Broken() => this switch
    {
        { TemplateCode: var template } when !TemplateKeys.Contains(template) => "Choose a release template from the list.",
        { ReleaseMaxAgeDays: < 1 or > MostDays } or { ResignAfterClosedInquiryDays: < 1 or > MostDays } =>
            "Enter a day limit from 1 to 3,650, or leave it blank.",
        { MarkWitnesses: < 0 or > MostWitnesses } => "Enter a whole number of witnesses from 0 to 4.",
        { ExceptionCitation.Length: > 200 } => "The exception's citation can have up to 200 characters.",
        { ExceptionCitation: { } citation, ExceptionCondition: var condition }
            when !string.IsNullOrWhiteSpace(citation) && string.IsNullOrWhiteSpace(condition) =>
            "Enter the condition for the exception.",
        { ExceptionCondition.Length: > 2000 } or { ExceptionConditionEs.Length: > 2000 } =>
            "The exception's condition can have up to 2,000 characters.",
        _ => null,
    };

    internal static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}

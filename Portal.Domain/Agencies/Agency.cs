using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>How a release has to be signed for an agency to take it.</summary>
public enum SignatureClass
{
    /// <summary>The agency takes electronic signatures.</summary>
    Electronic,

    /// <summary>The agency wants ink on paper.</summary>
    Ink,

    /// <summary>The agency wants its own form.</summary>
    OwnForm,

    /// <summary>No release is needed: nothing goes to an agency.</summary>
    None,
}

/// <summary>Whether a release for an agency speaks of medical records (45 CFR 164.508(c) has elements of its own).</summary>
public enum MedicalRule
{
    /// <summary>The agency has none.</summary>
    Never,

    /// <summary>The signer says whether medical records are among those asked for.</summary>
    Ask,

    /// <summary>What the agency holds is medical.</summary>
    Always,
}

/// <summary>A federal agency and what it wants before it talks about somebody's records. Every rule has its source.</summary>
public sealed class Agency : IVersioned
{
    /// <summary>Such as SSA.</summary>
    public required string Code { get; init; }

    /// <summary>The full name in English.</summary>
    public required string Name { get; set; }

    /// <summary>The full name in Spanish.</summary>
    public required string NameEs { get; set; }

    /// <summary>The short name in English.</summary>
    public required string ShortName { get; set; }

    /// <summary>The short name in Spanish.</summary>
    public required string ShortNameEs { get; set; }

    /// <summary>The article before the name in an English sentence; empty when it takes none.</summary>
    public string Article { get; set; } = "";

    /// <summary>The article before the name in a Spanish sentence; empty when it takes none.</summary>
    public string ArticleEs { get; set; } = "";

    /// <summary>The article before the short name in an English sentence; empty when it takes none.</summary>
    public string ShortArticle { get; set; } = "";

    /// <summary>The article before the short name in a Spanish sentence; empty when it takes none.</summary>
    public string ShortArticleEs { get; set; } = "";

    /// <summary>How a release has to be signed.</summary>
    public SignatureClass Signature { get; set; }

    /// <summary>Whether the signature stands under penalty of perjury (28 USC 1746).</summary>
    public bool Perjury { get; set; }

    /// <summary>Whether only the congressional office may be named as recipient.</summary>
    public bool OnlyOfficeNamed { get; set; }

    /// <summary>Whether a translation has to be certified.</summary>
    public bool TranslationCertified { get; set; }

    /// <summary>Witnesses needed when somebody signs by mark.</summary>
    public int MarkWitnesses { get; set; }

    /// <summary>Days within which the agency has to receive a signed release; null for no such limit.</summary>
    public int? ReleaseMaxAgeDays { get; set; }

    /// <summary>Whether that limit holds for tax return information alone.</summary>
    public bool MaxAgeForTaxOnly { get; set; }

    /// <summary>A new signature is needed when the earlier inquiry closed more than this many days ago; null for no such rule.</summary>
    public int? ResignAfterClosedInquiryDays { get; set; }

    /// <summary>Identifiers the agency needs, comma-separated names.</summary>
    public string RequiredIdentifiers { get; set; } = "";

    /// <summary>Names of the identifiers the agency needs.</summary>
    public IReadOnlyList<string> NeededIdentifiers => RequiredIdentifiers.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Code of the release template used for it.</summary>
    public string TemplateCode { get; set; } = "generic";

    /// <summary>Whether a parent, guardian or personal representative may sign, with proof.</summary>
    public bool GuardianMaySign { get; set; }

    /// <summary>Whether the next of kin may sign for somebody who died, with proof of death.</summary>
    public bool NextOfKinMaySign { get; set; }

    /// <summary>Whether petitioner and beneficiary sign one release each, where the topic has both.</summary>
    public bool EachPartySigns { get; set; }

    /// <summary>Whether the subject of the record signs even from abroad, and nobody in the United States for them.</summary>
    public bool SubjectAbroadSigns { get; set; }

    /// <summary>Whether the English text is the one that counts; a Spanish one is shown as its translation.</summary>
    public bool EnglishAuthoritative { get; set; }

    /// <summary>Whether a release speaks of medical records.</summary>
    public MedicalRule Medical { get; set; }

    /// <summary>Records that need a consent of their own (such as 38 USC 7332), comma-separated names.</summary>
    public string SensitiveRecords { get; set; } = "";

    /// <summary>Names of the records that need a consent of their own.</summary>
    public IReadOnlyList<string> SensitiveNames => SensitiveRecords.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the release must name specific records; "all my records" is refused.</summary>
    public bool SpecificRecords { get; set; }

    /// <summary>Whether a parent may release a minor's medical records.</summary>
    public bool MinorMedicalByParent { get; set; }

    /// <summary>The agency's own form, if any.</summary>
    public string? Form { get; set; }

    /// <summary>More conditions, in English.</summary>
    public string? Notes { get; set; }

    /// <summary>More conditions, in Spanish.</summary>
    public string? NotesEs { get; set; }

    /// <summary>Citation of a statutory exception under which no written consent is needed, and what it covers.</summary>
    public string? ExceptionCitation { get; set; }

    /// <summary>What the exception covers and on what condition.</summary>
    public string? ExceptionCondition { get; set; }

    /// <summary>The same in Spanish; without it staff read the English.</summary>
    public string? ExceptionConditionEs { get; set; }

    /// <summary>Business days until the agency usually acknowledges.</summary>
    public int AcknowledgmentDays { get; set; }

    /// <summary>Business days until an interim answer.</summary>
    public int InterimDays { get; set; }

    /// <summary>Business days until a final answer.</summary>
    public int FinalDays { get; set; }

    /// <summary>Business days between two follow-ups when an answer is late.</summary>
    public int FollowUpDays { get; set; }

    /// <summary>Follow-ups that are sent before the matter is taken further up.</summary>
    public int FollowUpsBeforeEscalation { get; set; }

    /// <summary>What the pace of the follow-ups is taken from.</summary>
    public string FollowUpSource { get; set; } = "";

    /// <summary>Where the congressional liaison is reached; general contact, not a decision maker.</summary>
    public string? LiaisonContact { get; set; }

    /// <summary>Up to which build's rules the row has been filled in; so that an upgrade adds what is new and keeps what staff changed.</summary>
    public int RulesVersion { get; set; }

    /// <summary>What the rule is taken from.</summary>
    public required string Source { get; set; }

    /// <summary>When somebody last checked it; null when nobody has.</summary>
    public DateOnly? VerifiedOn { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(string language) => language == "es" ? NameEs : Name;

    /// <summary>The short name in the reader's language.</summary>
    public string ShortNameIn(string language) => language == "es" ? ShortNameEs : ShortName;

    /// <summary>The condition of the exception in the reader's language.</summary>
    public string? ExceptionConditionIn(string language) => language == "es" && ExceptionConditionEs is { } spanish ? spanish : ExceptionCondition;

    /// <summary>The name as a sentence says it, such as "the Social Security Administration".</summary>
    public string WithArticle(string language) => language == "es" ? Join(ArticleEs, NameEs) : Join(Article, Name);

    /// <summary>The short name as a sentence says it, such as "the IRS".</summary>
    public string ShortWithArticle(string language) => language == "es" ? Join(ShortArticleEs, ShortNameEs) : Join(ShortArticle, ShortName);

    /// <summary>The short name with its article, as an argument of a sentence in either language.</summary>
    public Bilingual BothShortNames() => new(ShortWithArticle("en"), ShortWithArticle("es"));

    /// <summary>Whether this signature, made electronically, can be used at this agency.</summary>
    public bool TakesElectronic => Signature == SignatureClass.Electronic;

    private static string Join(string article, string name) => article.Length == 0 ? name : $"{article} {name}";
}

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    private const int MaxArticle = 4;

    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.ToTable("Agency").HasKey(a => a.Code);
        agency.Property(a => a.Code).HasMaxLength(8);
        agency.Property(a => a.TemplateCode).HasMaxLength(40).HasDefaultValue("generic");
        agency.Property(a => a.SensitiveRecords).HasMaxLength(200).HasDefaultValue("");
        agency.Property(a => a.Article).HasMaxLength(MaxArticle).HasDefaultValue("");
        agency.Property(a => a.ArticleEs).HasMaxLength(MaxArticle).HasDefaultValue("");
        agency.Property(a => a.ShortArticle).HasMaxLength(MaxArticle).HasDefaultValue("");
        agency.Property(a => a.ShortArticleEs).HasMaxLength(MaxArticle).HasDefaultValue("");
    }
}

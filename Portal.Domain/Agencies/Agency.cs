using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Agencies;

/// <summary>How a release must be signed for an agency to accept it.</summary>
public enum SignatureClass
{
    /// <summary>The agency accepts electronic signatures.</summary>
    Electronic,

    /// <summary>The agency requires ink on paper.</summary>
    Ink,

    /// <summary>The agency requires its own form.</summary>
    OwnForm,

    /// <summary>No release is needed, because nothing is sent to a federal agency.</summary>
    None,
}

/// <summary>Whether a release for an agency covers medical records (45 CFR 164.508(c) requires extra elements).</summary>
public enum MedicalRule
{
    /// <summary>The agency has no medical records.</summary>
    Never,

    /// <summary>The signer says whether medical records are included.</summary>
    Ask,

    /// <summary>The agency's records are medical records.</summary>
    Always,
}

/// <summary>A federal agency and what it requires before it discusses someone's records. Every rule has its source.</summary>
public sealed class Agency : IVersioned
{
    private Agency? _general;

    /// <summary>Code for requests that concern no federal agency.</summary>
    public const string NotFederal = "NONE";

    /// <summary>The code, such as SSA.</summary>
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

    /// <summary>What it requires of a release.</summary>
    public AgencyReleaseRules Rules { get; set; } = new();

    /// <summary>What signers need to know about the agency's conditions, in English; shown to the public.</summary>
    public string? PublicNote { get; set; }

    /// <summary>The same in Spanish.</summary>
    public string? PublicNoteEs { get; set; }

    /// <summary>What staff need to know, in English; never shown to the public.</summary>
    public string? Notes { get; set; }

    /// <summary>The same in Spanish.</summary>
    public string? NotesEs { get; set; }

    /// <summary>Business days within which the agency says it acknowledges; null when it publishes no time.</summary>
    public int? AcknowledgmentDays { get; set; }

    /// <summary>Business days until an interim answer; null when it publishes no time.</summary>
    public int? InterimDays { get; set; }

    /// <summary>Business days until a final answer; null when it publishes no time.</summary>
    public int? FinalDays { get; set; }

    /// <summary>Business days between two follow-ups when an answer is late.</summary>
    public int FollowUpDays { get; set; }

    /// <summary>Follow-ups before an inquiry is escalated.</summary>
    public int FollowUpsBeforeEscalation { get; set; }

    /// <summary>The source of the follow-up schedule.</summary>
    public string FollowUpSource { get; set; } = "";

    /// <summary>The source of the rules.</summary>
    public required string Source { get; set; }

    /// <summary>When someone last verified the rules; null when no one has.</summary>
    public DateOnly? VerifiedOn { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The name in the reader's language.</summary>
    public string NameIn(string language) => language == "es" ? NameEs : Name;

    /// <summary>The short name in the reader's language.</summary>
    public string ShortNameIn(string language) => language == "es" ? ShortNameEs : ShortName;

    /// <summary>The name as used in a sentence, such as "the Social Security Administration".</summary>
    public string WithArticle(string language) => language == "es" ? Join(ArticleEs, NameEs) : Join(Article, Name);

    /// <summary>The short name as used in a sentence, such as "the IRS".</summary>
    public string ShortWithArticle(string language) =>
        language == "es" ? Join(ShortArticleEs, ShortNameEs) : Join(ShortArticle, ShortName);

    /// <summary>The short name with its article, as an argument of a sentence in either language.</summary>
    public Bilingual BothShortNames() => new(ShortWithArticle("en"), ShortWithArticle("es"));

    /// <summary>What signers need to know, in the reader's language; null when there's nothing.</summary>
    public string? PublicNoteIn(string language) => language == "es" ? PublicNoteEs ?? PublicNote : PublicNote;

    /// <summary>The days until an acknowledgment, an interim answer, and a final answer, such as "– / – / 10"; a dash where it publishes none.</summary>
    public string PublishedDays => string.Join(" / ", new[] { AcknowledgmentDays, InterimDays, FinalDays }.Select(d => d?.ToString(CultureInfo.InvariantCulture) ?? "–"));

    /// <summary>This agency with the rules for one kind of matter. A copy; it can't be saved.</summary>
    public Agency For(MatterRules matter)
    {
        var general = _general ?? this;
        var copy = (Agency)general.MemberwiseClone();
        (copy._general, copy.Rules) = (general, matter.On(general.Rules));
        return copy;
    }

    /// <summary>Whether the matter has a form of its own, so that the agency's general form doesn't fit.</summary>
    public bool HasFormForMatter => _general is { } general && Rules.Form != general.Rules.Form;

    /// <summary>Whether the agency accepts releases signed electronically.</summary>
    public bool TakesElectronic => Rules.Signature == SignatureClass.Electronic;

    private static string Join(string article, string name) => article.Length == 0 ? name : $"{article} {name}";
}

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    private const int MaxArticle = 4;

    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.ToTable("Agency").HasKey(a => a.Code);
        agency.Property(a => a.Code).HasMaxLength(8);
        agency.ComplexProperty(a => a.Rules, rules => rules.Property(r => r.TemplateCode).HasMaxLength(40));
        agency.Property(a => a.Article).HasMaxLength(MaxArticle).HasDefaultValue("");
        agency.Property(a => a.ArticleEs).HasMaxLength(MaxArticle).HasDefaultValue("");
        agency.Property(a => a.ShortArticle).HasMaxLength(MaxArticle).HasDefaultValue("");
        agency.Property(a => a.ShortArticleEs).HasMaxLength(MaxArticle).HasDefaultValue("");
    }
}

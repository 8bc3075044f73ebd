using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>One clause of a template. A clause without a heading continues the section before it.</summary>
/// <param name="Key">Its key within the template; never shown to the signer.</param>
/// <param name="Kind">What it says.</param>
/// <param name="When">When it appears in the document.</param>
/// <param name="Heading">The heading of the section it starts; empty in both languages for none.</param>
/// <param name="Text">Paragraphs, one per line, with merge fields such as <c>{agency}</c>.</param>
public sealed record ReleaseClause(string Key, ClauseKind Kind, ClauseCondition When, Bilingual Heading, Bilingual Text)
{
    /// <summary>Whether it starts a section.</summary>
    public bool HasHeading => Heading.En.Length > 0 || Heading.Es.Length > 0;
}

/// <summary>The wording of a template.</summary>
/// <param name="Title">The title of the document.</param>
/// <param name="Clauses">The clauses, in document order.</param>
public sealed record TemplateWording(Bilingual Title, IReadOnlyList<ReleaseClause> Clauses);

/// <summary>What a clause says. casework.md "The privacy release" requires some of these in every document.</summary>
public enum ClauseKind
{
    /// <summary>Who the records are about, followed by the details the signer confirmed, one per line.</summary>
    Subject,

    /// <summary>The role or capacity of the person or the signer.</summary>
    Capacity,

    /// <summary>That the agency may disclose.</summary>
    Authorization,

    /// <summary>Who receives the records: the Member and office staff.</summary>
    Recipient,

    /// <summary>Which records.</summary>
    Records,

    /// <summary>Specific consent for records that the law protects more strictly.</summary>
    SpecialRecords,

    /// <summary>The purpose of the disclosure.</summary>
    Purpose,

    /// <summary>What the person wants done.</summary>
    Request,

    /// <summary>That the office may talk with another person.</summary>
    OtherPerson,

    /// <summary>How long it lasts.</summary>
    Expiry,

    /// <summary>That it can be withdrawn, and how.</summary>
    Withdrawal,

    /// <summary>The statements 45 CFR 164.508(c)(2) requires when health records are shared.</summary>
    MedicalNotice,

    /// <summary>That the office itself isn't covered by the Privacy Act, and how it protects the data.</summary>
    OfficeNotice,

    /// <summary>The warning of 5 USC 552a(i)(3).</summary>
    FalsePretenses,

    /// <summary>Anything else the document says.</summary>
    Statement,

    /// <summary>What a witness, interpreter, or translator certifies.</summary>
    Certification,

    /// <summary>What the signer declares, such as under penalty of perjury (28 USC 1746).</summary>
    Declaration,
}

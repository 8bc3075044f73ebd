using Portal.Domain.Platform.Text;

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>One clause of a template. A clause without a heading goes on in the section of the clause before it.</summary>
/// <param name="Key">Its name within the template; never shown to the signer.</param>
/// <param name="Kind">What it says.</param>
/// <param name="When">When it stands in the document.</param>
/// <param name="Heading">The heading of the section it begins; both languages empty for none.</param>
/// <param name="Text">Paragraphs, one a line, with merge fields such as <c>{agency}</c>.</param>
public sealed record ReleaseClause(string Key, ClauseKind Kind, ClauseCondition When, Bilingual Heading, Bilingual Text)
{
    /// <summary>Whether it begins a section.</summary>
    public bool HasHeading => Heading.En.Length > 0 || Heading.Es.Length > 0;
}

/// <summary>The words of a template.</summary>
/// <param name="Title">The title of the document.</param>
/// <param name="Clauses">In the order of the document.</param>
public sealed record TemplateWording(Bilingual Title, IReadOnlyList<ReleaseClause> Clauses);

/// <summary>What a clause says. casework.md "The privacy release" wants some of them in every document.</summary>
public enum ClauseKind
{
    /// <summary>Who the records are about; followed by the confirmed particulars, line by line.</summary>
    Subject,

    /// <summary>In which role or capacity somebody takes part or signs.</summary>
    Capacity,

    /// <summary>That the agency may disclose.</summary>
    Authorization,

    /// <summary>Who receives the records: the Member and office staff.</summary>
    Recipient,

    /// <summary>Which records.</summary>
    Records,

    /// <summary>Specific consent for records that the law protects more strictly.</summary>
    SpecialRecords,

    /// <summary>What for.</summary>
    Purpose,

    /// <summary>What the person wants done.</summary>
    Request,

    /// <summary>That the office may talk with somebody else.</summary>
    OtherPerson,

    /// <summary>How long it lasts.</summary>
    Expiry,

    /// <summary>That it can be taken back, and how.</summary>
    Withdrawal,

    /// <summary>What 45 CFR 164.508(c)(2) wants said when health records are shared.</summary>
    MedicalNotice,

    /// <summary>That the office itself is not covered by the Privacy Act, and how it protects the data.</summary>
    OfficeNotice,

    /// <summary>The warning of 5 USC 552a(i)(3).</summary>
    FalsePretenses,

    /// <summary>Anything else the document says.</summary>
    Statement,

    /// <summary>What a witness, an interpreter or a translator certifies.</summary>
    Certification,

    /// <summary>What the signer declares, such as in the words of 28 USC 1746.</summary>
    Declaration,
}

namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>When a clause appears in the document. <see cref="ReleaseSituation"/> evaluates it.</summary>
public enum ClauseCondition
{
    /// <summary>In every document.</summary>
    Always,

    /// <summary>The agency requires a declaration under penalty of perjury, and the release is signed in the United States.</summary>
    PerjuryInside,

    /// <summary>The agency requires a declaration under penalty of perjury, and the release is signed abroad.</summary>
    PerjuryAbroad,

    /// <summary>The agency requires no declaration under penalty of perjury.</summary>
    NoPerjury,

    /// <summary>The person the records are about signs.</summary>
    ForOneself,

    /// <summary>Someone other than the person the records are about signs.</summary>
    SomebodyElse,

    /// <summary>A parent or guardian signs.</summary>
    Guardian,

    /// <summary>A personal representative signs.</summary>
    Representative,

    /// <summary>The next of kin signs for a person who died.</summary>
    NextOfKin,

    /// <summary>The person the records are about filed a petition for someone else.</summary>
    Petitioner,

    /// <summary>Someone else filed a petition for the person the records are about.</summary>
    Beneficiary,

    /// <summary>The person said what they want done.</summary>
    RequestGiven,

    /// <summary>The office may talk with another person, and the agency allows it.</summary>
    OtherPerson,

    /// <summary>The agency allows only the congressional office to be named.</summary>
    OnlyOffice,

    /// <summary>Health records are among those requested.</summary>
    Medical,

    /// <summary>No health records are requested.</summary>
    NotMedical,

    /// <summary>Tax return information is among the records.</summary>
    Tax,

    /// <summary>The agency must receive the document within a number of days.</summary>
    MustArrive,

    /// <summary>At least one kind of specially protected records was checked.</summary>
    Sensitive,

    /// <summary>The agency has specially protected records, and none were checked.</summary>
    NoSensitive,

    /// <summary>Records on treatment for drug or alcohol use were checked.</summary>
    SubstanceUse,

    /// <summary>Records on HIV were checked.</summary>
    Hiv,

    /// <summary>Records on sickle cell anemia were checked.</summary>
    SickleCell,

    /// <summary>The signer makes a mark.</summary>
    Mark,

    /// <summary>The signer makes a mark, and the agency requires witnesses.</summary>
    MarkWitnessed,

    /// <summary>An interpreter read the document to the signer.</summary>
    Interpreter,

    /// <summary>The signer didn't read it in English, and the agency requires certified translations.</summary>
    Translated,
}

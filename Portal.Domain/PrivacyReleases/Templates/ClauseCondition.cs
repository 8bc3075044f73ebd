namespace Portal.Domain.PrivacyReleases.Templates;

/// <summary>When a clause stands in the document. <see cref="ReleaseSituation"/> says whether one holds.</summary>
public enum ClauseCondition
{
    /// <summary>In every document.</summary>
    Always,

    /// <summary>The agency wants a declaration under penalty of perjury, and it is signed in the United States.</summary>
    PerjuryInside,

    /// <summary>The agency wants a declaration under penalty of perjury, and it is signed abroad.</summary>
    PerjuryAbroad,

    /// <summary>The agency wants no declaration under penalty of perjury.</summary>
    NoPerjury,

    /// <summary>The person concerned signs.</summary>
    ForOneself,

    /// <summary>Anybody but the person concerned signs.</summary>
    SomebodyElse,

    /// <summary>A parent or guardian signs.</summary>
    Guardian,

    /// <summary>A personal representative signs.</summary>
    Representative,

    /// <summary>The next of kin sign for somebody who died.</summary>
    NextOfKin,

    /// <summary>The person concerned filed a petition for somebody else.</summary>
    Petitioner,

    /// <summary>Somebody else filed a petition for the person concerned.</summary>
    Beneficiary,

    /// <summary>The person said what they want done.</summary>
    RequestGiven,

    /// <summary>Somebody else may be talked with, and the agency allows it.</summary>
    OtherPerson,

    /// <summary>The agency lets only the congressional office be named.</summary>
    OnlyOffice,

    /// <summary>Health records are among those asked for.</summary>
    Medical,

    /// <summary>No health records are asked for.</summary>
    NotMedical,

    /// <summary>Tax return information is among the records.</summary>
    Tax,

    /// <summary>The agency must receive the document within a number of days.</summary>
    MustArrive,

    /// <summary>At least one kind of specially protected records was ticked.</summary>
    Sensitive,

    /// <summary>The agency has specially protected records, and none was ticked.</summary>
    NoSensitive,

    /// <summary>Records on treatment for drug or alcohol use were ticked.</summary>
    SubstanceUse,

    /// <summary>Records on HIV were ticked.</summary>
    Hiv,

    /// <summary>Records on sickle cell anemia were ticked.</summary>
    SickleCell,

    /// <summary>The signer makes a mark.</summary>
    Mark,

    /// <summary>The signer makes a mark, and the agency wants witnesses for it.</summary>
    MarkWitnessed,

    /// <summary>Somebody interpreted the document for the signer.</summary>
    Interpreter,

    /// <summary>The signer did not read English, and the agency wants translations certified.</summary>
    Translated,
}

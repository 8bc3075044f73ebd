namespace Portal.Domain.Cases;

/// <summary>A case's status. Anything more detailed is a property of the case, not a status.</summary>
public enum CaseStatus
{
    /// <summary>Received; no one has looked at it yet.</summary>
    Received,

    /// <summary>A caseworker is working on it.</summary>
    InReview,

    /// <summary>Waiting for the constituent.</summary>
    WaitingOnConstituent,

    /// <summary>An inquiry is with an agency.</summary>
    WithAgency,

    /// <summary>The agency answered.</summary>
    AgencyReplied,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>Who has to act next.</summary>
public enum Turn
{
    /// <summary>The constituent.</summary>
    Constituent,

    /// <summary>The office.</summary>
    Office,

    /// <summary>The agency.</summary>
    Agency,

    /// <summary>No one: the case is closed.</summary>
    Nobody,
}

/// <summary>How fast the office has to act.</summary>
public enum Priority
{
    /// <summary>Same day: life or safety, detention or removal, eviction, urgent medical need, travel within days, disaster.</summary>
    P0,

    /// <summary>One business day: benefit stopped, hardship, hearing or deadline within 14 days, active-duty emergency.</summary>
    P1,

    /// <summary>Past the agency's published time, or evident agency error.</summary>
    P2,

    /// <summary>Within normal processing time.</summary>
    P3,
}

/// <summary>Why a case was closed.</summary>
public enum ClosingReason
{
    /// <summary>Resolved in the constituent's favor.</summary>
    ResolvedInFavor,

    /// <summary>Partly resolved.</summary>
    PartlyResolved,

    /// <summary>The agency explained its decision, which stands.</summary>
    DecisionExplained,

    /// <summary>The requested information was given.</summary>
    InformationGiven,

    /// <summary>The agency refused to reconsider.</summary>
    ReconsiderationRefused,

    /// <summary>Referred to the constituent's own Member of Congress.</summary>
    ReferredToMember,

    /// <summary>Referred to state or local government.</summary>
    ReferredToStateOrLocal,

    /// <summary>Referred to a regulator.</summary>
    ReferredToRegulator,

    /// <summary>Referred to community help.</summary>
    ReferredToCommunity,

    /// <summary>No privacy release was returned.</summary>
    NoRelease,

    /// <summary>The constituent did not answer.</summary>
    NoAnswer,

    /// <summary>The constituent withdrew the request.</summary>
    Withdrawn,

    /// <summary>Not a federal matter.</summary>
    NotFederal,

    /// <summary>Before a court.</summary>
    BeforeCourt,

    /// <summary>There is already a case for the same request.</summary>
    Duplicate,

    /// <summary>The person died.</summary>
    Deceased,
}

namespace Portal.Domain.Cases;

/// <summary>Where a case stands. Everything finer is a fact on the case, not a status.</summary>
public enum CaseStatus
{
    /// <summary>It came in and nobody has looked at it.</summary>
    Received,

    /// <summary>A caseworker is on it.</summary>
    InReview,

    /// <summary>The constituent has to do something.</summary>
    WaitingOnConstituent,

    /// <summary>An inquiry is with an agency.</summary>
    WithAgency,

    /// <summary>The agency answered.</summary>
    AgencyReplied,

    /// <summary>It ended.</summary>
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

    /// <summary>Nobody: the case is closed.</summary>
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

    /// <summary>Inside normal time.</summary>
    P3,
}

/// <summary>How a case ended.</summary>
public enum ClosingReason
{
    /// <summary>Resolved in the constituent's favor.</summary>
    ResolvedInFavor,

    /// <summary>Partly resolved.</summary>
    PartlyResolved,

    /// <summary>The agency explained its decision, which stands.</summary>
    DecisionExplained,

    /// <summary>The information asked for was given.</summary>
    InformationGiven,

    /// <summary>The agency refused to reconsider.</summary>
    ReconsiderationRefused,

    /// <summary>Referred to the person's own Member.</summary>
    ReferredToMember,

    /// <summary>Referred to a State or local body.</summary>
    ReferredToStateOrLocal,

    /// <summary>Referred to a regulator.</summary>
    ReferredToRegulator,

    /// <summary>Referred to community help.</summary>
    ReferredToCommunity,

    /// <summary>No privacy release came back.</summary>
    NoRelease,

    /// <summary>The constituent did not answer.</summary>
    NoAnswer,

    /// <summary>The constituent withdrew the request.</summary>
    Withdrawn,

    /// <summary>Not a federal matter.</summary>
    NotFederal,

    /// <summary>Before a court.</summary>
    BeforeCourt,

    /// <summary>The same request stands already.</summary>
    Duplicate,

    /// <summary>The person died.</summary>
    Deceased,
}

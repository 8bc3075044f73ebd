using Portal.Domain.Cases;
using Portal.Domain.Constituents;

namespace Portal.Domain.Inquiries;

/// <summary>What keeps us from contacting an agency about a case.</summary>
public enum GapKind
{
    /// <summary>No agency has been chosen.</summary>
    NoAgency,

    /// <summary>No release was requested, or no one is named in a required role.</summary>
    NotAsked,

    /// <summary>Requested but not signed.</summary>
    NotSigned,

    /// <summary>Requested but not signed, and the agency accepts only ink.</summary>
    NotSignedInInk,

    /// <summary>Signed, waiting for staff review.</summary>
    ToCheck,

    /// <summary>Withdrawn by the signer.</summary>
    Withdrawn,

    /// <summary>Expired.</summary>
    Expired,

    /// <summary>Reviewed and not accepted.</summary>
    Refused,

    /// <summary>Signed electronically, but the agency accepts only ink.</summary>
    NotInInk,

    /// <summary>Signed longer ago than the agency accepts.</summary>
    TooOld,

    /// <summary>The last inquiry ended so long ago that the agency requires a new signature.</summary>
    SignAgain,

    /// <summary>The agency doesn't accept a signature in this capacity.</summary>
    CapacityNotAllowed,

    /// <summary>The agency doesn't let a parent release a minor's medical records.</summary>
    MinorMedical,

    /// <summary>Signed with a mark, with too few witnesses.</summary>
    Witnesses,

    /// <summary>The translation isn't certified.</summary>
    Translation,
}

/// <summary>One thing that's missing: what, who must act, and how.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Who">Who has to act: the constituent or the office.</param>
/// <param name="Problem">The problem as an English sentence, the key of its translation.</param>
/// <param name="How">What they have to do, as an English sentence, the key of its translation.</param>
/// <param name="Arguments">The arguments of both sentences.</param>
public sealed record ReleaseGap(GapKind Kind, Turn Who, string Problem, string How, params object[] Arguments)
{
    /// <summary>The role it is about.</summary>
    public PartyRole Role { get; init; }

    /// <summary>The release it is about; null when there is none.</summary>
    public Guid? ReleaseId { get; init; }

    /// <summary>The person it is about; null when no one was named.</summary>
    public Guid? PartyId { get; init; }
}

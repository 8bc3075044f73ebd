using Portal.Domain.Cases;
using Portal.Domain.Constituents;

namespace Portal.Domain.Inquiries;

/// <summary>What stands between a case and a letter to an agency.</summary>
public enum GapKind
{
    /// <summary>Nobody has said which agency it is about.</summary>
    NoAgency,

    /// <summary>No release was asked for, or nobody has been named in that role.</summary>
    NotAsked,

    /// <summary>Asked, not signed.</summary>
    NotSigned,

    /// <summary>Asked, not signed, and only paper will do.</summary>
    NotSignedInInk,

    /// <summary>Signed; staff have to look at it.</summary>
    ToCheck,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>Looked at and not accepted.</summary>
    Refused,

    /// <summary>Signed on the website where the agency wants ink.</summary>
    NotInInk,

    /// <summary>The agency has to receive it sooner after the signature.</summary>
    TooOld,

    /// <summary>An inquiry ended too long ago: the agency wants a new signature.</summary>
    SignAgain,

    /// <summary>Who signed may not sign for this agency.</summary>
    CapacityNotAllowed,

    /// <summary>A parent may not release a minor's medical records there.</summary>
    MinorMedical,

    /// <summary>A mark without enough witnesses.</summary>
    Witnesses,

    /// <summary>The translation is not certified.</summary>
    Translation,
}

/// <summary>One thing that is missing: what, who must act, and how.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Who">Who has to act: the constituent, or the office.</param>
/// <param name="Problem">An English sentence, key of its translation.</param>
/// <param name="How">What that one does, in English, key of its translation.</param>
/// <param name="Arguments">What stands in both sentences.</param>
public sealed record ReleaseGap(GapKind Kind, Turn Who, string Problem, string How, params object[] Arguments)
{
    /// <summary>The role it is about.</summary>
    public PartyRole Role { get; init; }

    /// <summary>The release it is about; null when there is none.</summary>
    public Guid? ReleaseId { get; init; }

    /// <summary>The person it is about; null when nobody was named.</summary>
    public Guid? PartyId { get; init; }
}

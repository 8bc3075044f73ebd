namespace Portal.Domain.PrivacyReleases;

/// <summary>The status of a release.</summary>
public enum ReleaseStatus
{
    /// <summary>The person was asked to sign.</summary>
    Requested,

    /// <summary>Signed on paper, for someone else, or under a different name. Staff check it before it takes effect.</summary>
    Checking,

    /// <summary>Signed and in force.</summary>
    Signed,

    /// <summary>Staff rejected it and requested a new one.</summary>
    Refused,

    /// <summary>Withdrawn by the person, with immediate effect.</summary>
    Withdrawn,

    /// <summary>Past its last day, or ended because its case was closed.</summary>
    Expired,

    /// <summary>Replaced by a newer release.</summary>
    Superseded,

    /// <summary>The request was canceled.</summary>
    Dropped,
}

/// <summary>How it was signed.</summary>
public enum SigningMethod
{
    /// <summary>A name typed on the website.</summary>
    Electronic,

    /// <summary>Ink on paper.</summary>
    Ink,
}

/// <summary>How well the signer was identified.</summary>
public enum IdentityAssurance
{
    /// <summary>Nothing was checked.</summary>
    None,

    /// <summary>The person typed a code emailed to the address they gave.</summary>
    EmailConfirmed,

    /// <summary>A proofing service or staff checked an identity document.</summary>
    IdentityProofed,
}

/// <summary>Tests of a status.</summary>
public static class ReleaseStatuses
{
    /// <summary>Whether it's requested, in review, or in force. A live release can be withdrawn, and no second one is needed.</summary>
    public static bool IsLive(this ReleaseStatus status) => status is ReleaseStatus.Requested or ReleaseStatus.Checking or ReleaseStatus.Signed;
}

/// <summary>Why staff rejected what was signed.</summary>
public enum RefusalReason
{
    /// <summary>It isn't signed.</summary>
    NotSigned,

    /// <summary>The signature isn't handwritten, and the agency requires ink.</summary>
    NotByHand,

    /// <summary>It isn't dated.</summary>
    NotDated,

    /// <summary>It isn't legible.</summary>
    NotLegible,

    /// <summary>Pages are missing.</summary>
    PagesMissing,

    /// <summary>Someone other than the person named signed it.</summary>
    WrongPerson,

    /// <summary>The name signed differs from the one in the document, and the signer's explanation isn't enough.</summary>
    NameNotExplained,

    /// <summary>The proof of the signer's authority is missing or insufficient.</summary>
    ProofNotEnough,

    /// <summary>A witness's signature, name, or address is missing.</summary>
    WitnessMissing,

    /// <summary>The translation isn't certified.</summary>
    TranslationNotCertified,
}

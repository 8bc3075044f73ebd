namespace Portal.Domain.PrivacyReleases;

/// <summary>Where a release stands.</summary>
public enum ReleaseStatus
{
    /// <summary>The person was asked to sign.</summary>
    Requested,

    /// <summary>It came on paper or was signed for somebody else: staff look at it before it counts.</summary>
    Checking,

    /// <summary>Signed and in force.</summary>
    Signed,

    /// <summary>Staff looked and could not accept what was signed; a new one was asked for.</summary>
    Refused,

    /// <summary>Taken back by the person, with immediate effect.</summary>
    Withdrawn,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>A newer one took its place.</summary>
    Superseded,

    /// <summary>Staff no longer ask for it.</summary>
    Dropped,
}

/// <summary>How it was signed.</summary>
public enum SigningMethod
{
    /// <summary>A typed name on the site.</summary>
    Electronic,

    /// <summary>Ink on paper.</summary>
    Ink,
}

/// <summary>How sure we are that the signer is who they say.</summary>
public enum IdentityAssurance
{
    /// <summary>Nothing was checked.</summary>
    None,

    /// <summary>The person typed a code that was mailed to the address they gave.</summary>
    EmailConfirmed,

    /// <summary>A proofing service or staff checked an identity document.</summary>
    IdentityProofed,
}

/// <summary>What can be said of a status.</summary>
public static class ReleaseStatuses
{
    /// <summary>Whether it is asked for, waits to be checked, or is in force: it can be taken back, and none is needed beside it.</summary>
    public static bool IsLive(this ReleaseStatus status) => status is ReleaseStatus.Requested or ReleaseStatus.Checking or ReleaseStatus.Signed;
}

/// <summary>Why staff could not accept what was signed.</summary>
public enum RefusalReason
{
    /// <summary>There is no signature on it.</summary>
    NotSigned,

    /// <summary>The signature is not by hand where the agency wants ink.</summary>
    NotByHand,

    /// <summary>It carries no date.</summary>
    NotDated,

    /// <summary>It cannot be read.</summary>
    NotLegible,

    /// <summary>Pages are missing.</summary>
    PagesMissing,

    /// <summary>Somebody else signed, or the name is another.</summary>
    WrongPerson,

    /// <summary>The name signed differs from the one in the document, and what the signer said of it does not explain it.</summary>
    NameNotExplained,

    /// <summary>The proof of the signer's right to sign is missing or not enough.</summary>
    ProofNotEnough,

    /// <summary>A witness, or their name or address, is missing.</summary>
    WitnessMissing,

    /// <summary>Nobody certified the translation.</summary>
    TranslationNotCertified,
}

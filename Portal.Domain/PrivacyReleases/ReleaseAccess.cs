using Portal.Domain.Cases;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Who may sign without a code of their own.</summary>
public static class ReleaseAccess
{
    /// <summary>Whether the one who holds the session of the case is the signer: only when both have the same address. A helper never signs for somebody else.</summary>
    public static bool MaySign(PrivacyRelease release, Case file) =>
        string.Equals(release.SignerEmail, file.ContactEmail, StringComparison.OrdinalIgnoreCase)
        && (release.SignerEmail is not null || !file.HelperWrites);
}

using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Who may read, sign and take back a release. The session of a case is the one who wrote; that one is not always the signer.</summary>
public static class ReleaseAccess
{
    /// <summary>
    /// Whether the session of the case is the signer's own: the release is that of the person the case is about, the same
    /// address, and nobody wrote for that person. A helper never signs for somebody else, whatever address was typed.
    /// </summary>
    public static bool IsOwn(PrivacyRelease release, Case @case) => IsOwn(release.PartyId, release.SignerEmail, @case);

    /// <inheritdoc cref="IsOwn(PrivacyRelease, Case)" />
    public static bool IsOwn(Guid partyId, string? signerEmail, Case @case) =>
        !@case.HelperWrites && partyId == @case.Id && string.Equals(signerEmail, @case.ContactEmail, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The refusal when a constituent's session is not for this release, or staff may not; else null. A session opened by
    /// the signer's own code names the release; that of the case opens only what is the constituent's own.
    /// </summary>
    public static Outcome? DemandRelease(this Actor actor, PrivacyRelease release, Case @case, Permission staffPermission)
    {
        if (actor.Kind != ActorKind.Constituent)
            return actor.Demand(staffPermission);
        var opens = actor.ReleaseId is { } signer ? signer == release.Id : IsOwn(release, @case);
        return actor.Id == release.CaseId && opens ? null : new Outcome.NotPermitted(Permission.OwnCase);
    }
}

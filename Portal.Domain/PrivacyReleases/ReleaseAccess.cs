using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Who may read, sign, and withdraw a release. A case session belongs to the person who wrote to us, who isn't always the signer.
/// </summary>
public static class ReleaseAccess
{
    /// <summary>
    /// Whether the case session is the signer's own: the release is for the person the case is about, the email addresses
    /// match, and no helper wrote for them. A helper never signs for someone who can sign, whatever address was typed, but may sign
    /// for one who can't (5 USC 552a(h)): with proof, which staff check.
    /// </summary>
    public static bool IsOwn(PrivacyRelease release, Case @case) => IsOwn(release.PartyId, release.SignerEmail, release.CannotSign, @case);

    /// <inheritdoc cref="IsOwn(PrivacyRelease, Case)" />
    public static bool IsOwn(Guid partyId, string? signerEmail, CannotSign? why, Case @case) =>
        (why is null ? !@case.HelperWrites : signerEmail is not null) && partyId == @case.Id && string.Equals(signerEmail, @case.ContactEmail, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The refusal when a constituent's session doesn't cover this release or staff lack the permission; null otherwise. A
    /// session opened with the signer's own code names the release; a case session opens only the constituent's own.
    /// </summary>
    public static Outcome? DemandRelease(this Actor actor, PrivacyRelease release, Case @case, Permission staffPermission)
    {
        if (actor.Kind != ActorKind.Constituent)
            return actor.Demand(staffPermission);
        var opens = actor.ReleaseId is { } signer ? signer == release.Id : IsOwn(release, @case);
        return actor.Id == release.CaseId && opens ? null : new Outcome.NotPermitted(Permission.OwnCase);
    }
}

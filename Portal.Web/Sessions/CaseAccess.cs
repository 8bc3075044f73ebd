using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Sessions;

/// <summary>What a constituent's browser may see: one case, and for what proof.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Assurance">How sure we are of the person.</param>
/// <param name="ReleaseId">The one release a signer may sign; null when the session is for the whole case.</param>
public sealed record CaseAccess(Guid CaseId, IdentityAssurance Assurance, Guid? ReleaseId)
{
    /// <summary>The session as an actor.</summary>
    public Actor Actor => ReleaseId is { } release ? Actor.Signer(CaseId, release) : Actor.Constituent(CaseId);

    /// <summary>Whether the whole case may be seen, not just a release to sign.</summary>
    public bool WholeCase => ReleaseId is null;
}

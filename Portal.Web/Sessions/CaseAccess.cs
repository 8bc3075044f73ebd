using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Sessions;

/// <summary>What a constituent's browser can access: one case, and how identity was proven.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Assurance">How sure we are of the person's identity.</param>
/// <param name="ReleaseId">The only release a signer can sign; null if the session covers the whole case.</param>
public sealed record CaseAccess(Guid CaseId, IdentityAssurance Assurance, Guid? ReleaseId)
{
    /// <summary>The session as an actor.</summary>
    public Actor Actor => ReleaseId is { } release ? Actor.Signer(CaseId, release) : Actor.Constituent(CaseId);

    /// <summary>Whether the whole case is accessible, not just one release.</summary>
    public bool WholeCase => ReleaseId is null;
}

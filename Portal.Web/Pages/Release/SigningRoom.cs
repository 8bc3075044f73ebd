using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Release;

/// <summary>A release with its case and agency, and what this browser may do with it.</summary>
/// <param name="Access">The session; null if it doesn't grant access to this release.</param>
public sealed record OpenedRelease(SigningPage Page, CaseAccess? Access)
{
    /// <summary>The release.</summary>
    public PrivacyRelease Release => Page.Release;

    /// <summary>Its case.</summary>
    public Case Case => Page.Case;

    /// <summary>Its agency.</summary>
    public Agency Agency => Page.Agency;

    /// <summary>Whether this browser belongs to the signer, who may read, sign, and withdraw the release.</summary>
    public bool IsSigner => Access is not null && Access.Actor.DemandRelease(Release, Case, Permission.OwnCase) is null;

    /// <summary>
    /// Whether this browser may print the form and upload the signed paper: the signer, or the person who sent the
    /// request.
    /// </summary>
    public bool MayHelp => IsSigner || Access is { WholeCase: true };

    /// <summary>Whether the signed form was uploaded and more pages may follow.</summary>
    public bool TakesMorePages => Release is { Status: ReleaseStatus.Checking, Signature: null } && !Case.IsClosed;

    /// <summary>Whether it's waiting for a signature.</summary>
    public bool IsWaiting => Release.Status == ReleaseStatus.Requested && !Case.IsClosed;
}

/// <summary>Finds the release for a link and determines what this browser may do with it.</summary>
public sealed class SigningRoom(SigningPageQuery pages, ConstituentSession session)
{
    /// <summary>The release; null if the link is unknown.</summary>
    public async Task<OpenedRelease?> FindAsync(string token, CancellationToken cancellation)
    {
        if (await pages.FindAsync(token, cancellation) is not { Release: var release } page)
            return null;
        var access = await session.ReadAsync();
        var fits = access is not null && access.CaseId == release.CaseId && (access.WholeCase || access.ReleaseId == release.Id);
        return new(page, fits ? access : null);
    }
}

using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Desk;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;
using Portal.Web.Sessions;

namespace Portal.Web.Pages.Release;

/// <summary>A release, its case and agency, and what this browser may do with it.</summary>
/// <param name="Access">The session; null when it does not open this release.</param>
public sealed record OpenedRelease(SigningPage Page, CaseAccess? Access)
{
    /// <summary>The release.</summary>
    public PrivacyRelease Release => Page.Release;

    /// <summary>Its case.</summary>
    public Case Case => Page.Case;

    /// <summary>Its agency.</summary>
    public Agency Agency => Page.Agency;

    /// <summary>Whether the one in front of this browser is the signer: may read, sign, take back.</summary>
    public bool IsSigner => Access is not null && Access.Actor.DemandRelease(Release, Case, Permission.OwnCase) is null;

    /// <summary>Whether the browser may print the form and send the signed paper in: the signer, or whoever wrote for them.</summary>
    public bool MayHelp => IsSigner || Access is { WholeCase: true };

    /// <summary>Whether its paper is here, and another page of it may still come.</summary>
    public bool TakesMorePages => Release is { Status: ReleaseStatus.Checking, Signature: null } && !Case.IsClosed;

    /// <summary>Whether it waits for a signature.</summary>
    public bool IsWaiting => Release.Status == ReleaseStatus.Requested && !Case.IsClosed;
}

/// <summary>Finds the release a link names, and says what this browser may do with it.</summary>
public sealed class SigningRoom(SigningPageQuery pages, ConstituentSession session)
{
    /// <summary>The release; null when the link names none.</summary>
    public async Task<OpenedRelease?> FindAsync(string token, CancellationToken cancellation)
    {
        if (await pages.FindAsync(token, cancellation) is not { Release: var release } page)
            return null;
        var access = await session.ReadAsync();
        var fits = access is not null && access.CaseId == release.CaseId && (access.WholeCase || access.ReleaseId == release.Id);
        return new(page, fits ? access : null);
    }
}

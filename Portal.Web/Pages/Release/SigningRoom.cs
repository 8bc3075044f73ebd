using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Release;

/// <summary>A release, its case and agency, and what this browser may do with it.</summary>
/// <param name="Access">The session; null when it does not open this release.</param>
public sealed record OpenedRelease(PrivacyRelease Release, Case Case, Agency Agency, CaseAccess? Access)
{
    /// <summary>Whether the one in front of this browser may read and sign it.</summary>
    public bool MaySign => Access is not null && (Access.ReleaseId == Release.Id || (Access.WholeCase && ReleaseAccess.MaySign(Release, Case)));

    /// <summary>Whether the case's own session looks at it: enough to download the copy or print the form.</summary>
    public bool MayRead => MaySign || Access is { WholeCase: true };
}

/// <summary>Finds the release a link names, and says what this browser may do with it.</summary>
public sealed class SigningRoom(PortalDb db, Vault vault, OfficePractice practice, ReleaseTemplates templates, ConstituentSession session)
{
    /// <summary>The release; null when the link names none.</summary>
    public async Task<OpenedRelease?> FindAsync(string token, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.LinkToken == token, cancellation);
        if (release is null)
            return null;
        var file = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == release.AgencyCode, cancellation);
        var access = await session.ReadAsync();
        var fits = access is not null && access.CaseId == release.CaseId && (access.WholeCase || access.ReleaseId == release.Id);
        return new(release, file, agency, fits ? access : null);
    }

    /// <summary>What the signer has confirmed so far.</summary>
    public async Task<ReleaseDetails> DetailsAsync(PrivacyRelease release, CancellationToken cancellation) =>
        ReleaseJson.Details(await vault.OpenAsync(release.CaseId, cancellation), release);

    /// <summary>The document as it would be signed now.</summary>
    public async Task<ReleaseText> ComposeAsync(OpenedRelease opened, CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office has not been set up.");
        return await templates.ComposeAsync(
            await DetailsAsync(opened.Release, cancellation), opened.Agency, office.Recipient(), opened.Release.Language, cancellation);
    }
}

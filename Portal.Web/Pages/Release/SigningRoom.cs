using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Release;

/// <summary>A release, its case and agency, and what this browser may do with it.</summary>
/// <param name="Access">The session; null when it does not open this release.</param>
public sealed record OpenedRelease(PrivacyRelease Release, Case Case, Agency Agency, CaseAccess? Access)
{
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
public sealed class SigningRoom(PortalDb db, Vault vault, TopicCatalog topics, ConstituentSession session)
{
    /// <summary>The release; null when the link names none.</summary>
    public async Task<OpenedRelease?> FindAsync(string token, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.LinkToken == token, cancellation);
        if (release is null)
            return null;
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation);
        var agency = await db.Set<Agency>().AsNoTracking().SingleAsync(a => a.Code == release.AgencyCode, cancellation);
        var access = await session.ReadAsync();
        var fits = access is not null && access.CaseId == release.CaseId && (access.WholeCase || access.ReleaseId == release.Id);
        return new(release, @case, agency, fits ? access : null);
    }

    /// <summary>What the signer has confirmed so far.</summary>
    public async Task<ReleaseDetails> DetailsAsync(PrivacyRelease release, CancellationToken cancellation) =>
        ReleaseJson.Details(await vault.OpenAsync(release.CaseId, cancellation), release);

    /// <summary>How many files of the signed paper came in so far.</summary>
    public Task<int> PapersAsync(PrivacyRelease release, CancellationToken cancellation) =>
        db.Set<Document>().CountAsync(d => d.CaseId == release.CaseId && d.PaperOfReleaseId == release.Id && d.UploadedAt >= release.PaperReceivedAt, cancellation);

    /// <summary>Whether the agency was asked in this case, under this release or the one before it.</summary>
    public Task<bool> WasAskedAsync(PrivacyRelease release, CancellationToken cancellation) =>
        db.Set<AgencyInquiry>().AnyAsync(i => i.CaseId == release.CaseId && i.AgencyCode == release.AgencyCode, cancellation);

    /// <summary>The roles somebody can have in this matter; empty where there is only the one person.</summary>
    public async Task<IReadOnlyList<PartyRole>> RolesAsync(OpenedRelease opened, CancellationToken cancellation) =>
        opened.Agency.Rules.EachPartySigns ? (await topics.FindAsync(opened.Case.TopicCode, cancellation))?.Parties ?? [] : [];
}

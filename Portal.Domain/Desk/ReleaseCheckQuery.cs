using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Documents;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Desk;

/// <summary>Everything a reviewer needs to check a release.</summary>
/// <param name="Release">The release.</param>
/// <param name="Details">What it must say.</param>
/// <param name="Agency">The agency it is for.</param>
public sealed record ReleaseToReview(PrivacyRelease Release, ReleaseDetails Details, Agency Agency)
{
    /// <summary>The points to check off.</summary>
    public required IReadOnlyList<CheckPoint> Points { get; init; }

    /// <summary>The signer's explanation of why the signed name differs from the legal name; null when it doesn't.</summary>
    public required string? NameDifference { get; init; }

    /// <summary>The documents that may have been printed and signed; empty for an electronic signature.</summary>
    public required IReadOnlyList<SignedPaper> Papers { get; init; }

    /// <summary>
    /// The scan of the signed document, the proof of the signer's authority, and, for an ink signature, everything uploaded since;
    /// oldest first.
    /// </summary>
    public required IReadOnlyList<Document> Documents { get; init; }

    /// <summary>Uploads that may be further pages of a scanned release; empty when there is no scan. Only those that can be opened.</summary>
    public IEnumerable<Document> FurtherPages => Release is { Signature: null, PaperDocumentId: not null }
        ? Documents.Where(d => d.CanOpen && d.Id != Release.PaperDocumentId && d.Id != Release.ProofDocumentId) : [];
}

/// <summary>Reads a release for its review page.</summary>
public sealed class ReleaseCheckQuery(PortalDb db, SignedPapers signedPapers, Vault vault)
{
    /// <summary>The release; null when the case has none with this id.</summary>
    public async Task<ReleaseToReview?> ReadAsync(Guid caseId, Guid releaseId, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId && r.CaseId == caseId, cancellation);
        if (release is null)
            return null;
        var agency = await db.AgencyOfAsync(release, cancellation);
        var cipher = await vault.OpenAsync(caseId, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        return new(release, details, agency)
        {
            Points = [.. ReleaseChecklist.For(release, details, agency)],
            NameDifference = release.Signature is { } signature ? ReleaseJson.Ceremony(cipher, signature).NameDifference : null,
            Papers = release.Signature is null ? await signedPapers.OfAsync(release, details, agency, cancellation) : [],
            Documents = await DocumentsAsync(release, cancellation),
        };
    }

    private async Task<IReadOnlyList<Document>> DocumentsAsync(PrivacyRelease release, CancellationToken cancellation) =>
        [.. (await db.Set<Document>().AsNoTracking()
            .Where(d => d.CaseId == release.CaseId && (d.Id == release.PaperDocumentId || d.Id == release.ProofDocumentId
                || (release.Signature == null && d.UploadedAt >= release.PaperReceivedAt)))
            .ToListAsync(cancellation)).OrderBy(d => d.Id)];
}

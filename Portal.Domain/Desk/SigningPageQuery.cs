using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Topics;

namespace Portal.Domain.Desk;

/// <summary>The release a signing link points to, with its case and agency.</summary>
public sealed record SigningPage(PrivacyRelease Release, Case Case, Agency Agency);

/// <summary>Reads what the signing pages show. A link alone grants no access: the pages verify who is using it.</summary>
public sealed class SigningPageQuery(PortalDb db, Vault vault, TopicCatalog topics)
{
    /// <summary>The release; null when the link matches none.</summary>
    public async Task<SigningPage?> FindAsync(string token, CancellationToken cancellation) =>
        await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.LinkToken == token, cancellation) is not { } release
            ? null
            : new(release,
                await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation),
                await db.AgencyOfAsync(release, cancellation));

    /// <summary>What the signer has confirmed so far.</summary>
    public async Task<ReleaseDetails> DetailsAsync(PrivacyRelease release, CancellationToken cancellation) =>
        ReleaseJson.Details(await vault.OpenAsync(release.CaseId, cancellation), release);

    /// <summary>The document as it was signed.</summary>
    public async Task<ReleaseText> SignedTextAsync(PrivacyRelease release, CancellationToken cancellation) =>
        ReleaseJson.Text(await vault.OpenAsync(release.CaseId, cancellation), release.Signature!);

    /// <summary>How many scans of the signed document have come in so far.</summary>
    public Task<int> PapersAsync(PrivacyRelease release, CancellationToken cancellation) =>
        db.Set<Document>().CountAsync(
            d => d.CaseId == release.CaseId && d.PaperOfReleaseId == release.Id && d.UploadedAt >= release.PaperReceivedAt,
            cancellation);

    /// <summary>The file name of the proof that the signer may sign for someone else; null when there is none.</summary>
    public async Task<string?> ProofNameAsync(PrivacyRelease release, CancellationToken cancellation) =>
        release.ProofDocumentId is not { } id
            ? null
            : (await db.Set<Document>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.CaseId == release.CaseId, cancellation))?.FileName;

    /// <summary>Whether we ever contacted the agency about this case, under this release or an earlier one.</summary>
    public Task<bool> WasAskedAsync(PrivacyRelease release, CancellationToken cancellation) =>
        db.Set<AgencyInquiry>().AnyAsync(i => i.CaseId == release.CaseId && i.AgencyCode == release.AgencyCode, cancellation);

    /// <summary>The roles a signer can have in this case; empty when only one person signs.</summary>
    public async Task<IReadOnlyList<PartyRole>> RolesAsync(Case @case, Agency agency, CancellationToken cancellation) =>
        agency.Rules.EachPartySigns ? (await topics.FindAsync(@case.TopicCode, cancellation))?.Parties ?? [] : [];
}

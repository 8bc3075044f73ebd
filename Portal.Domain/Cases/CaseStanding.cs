using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Database;
using Portal.Domain.PrivacyReleases;

namespace Portal.Domain.Cases;

/// <summary>What the status page shows of a case.</summary>
/// <param name="Agency">The agency that is asked, or would be.</param>
/// <param name="AskedOn">When the open inquiry went out, UTC.</param>
public sealed record Standing(
    Case Case, Agency? Agency, DateTime? AskedOn, IReadOnlyList<InformationRequest> Asked, IReadOnlyList<PrivacyRelease> Releases,
    IReadOnlyDictionary<string, Agency> Agencies, IReadOnlyList<Document> Documents, IReadOnlyList<Message> Messages)
{
    /// <summary>For every agency of the case, whether we may write to it, and what is missing.</summary>
    public required IReadOnlyList<(Agency Agency, Readiness Readiness)> Readiness { get; init; }

    /// <summary>Roles of a petition that nobody fills yet; the constituent may name them.</summary>
    public required IReadOnlyList<PartyRole> Unnamed { get; init; }

    /// <summary>The public stages in their order, in English.</summary>
    public static readonly IReadOnlyList<string> Stages =
        ["We received it", "We are reviewing it", "Waiting for you or the agency", "The agency answered", "Closed"];

    /// <summary>The present stage, from 1.</summary>
    public int Stage => Case.Status switch
    {
        CaseStatus.Received => 1,
        CaseStatus.InReview => 2,
        CaseStatus.WaitingOnConstituent or CaseStatus.WithAgency => 3,
        CaseStatus.AgencyReplied => 4,
        _ => 5,
    };

    /// <summary>Releases that wait for a signature.</summary>
    public IEnumerable<PrivacyRelease> Unsigned => Releases.Where(r => r.Status == ReleaseStatus.Requested);
}

/// <summary>Reads what the status page shows, and nothing that only staff may see.</summary>
public sealed class CaseStanding(PortalDb db, ReleaseFiles files)
{
    private const int MostMessages = 100;

    /// <summary>The case's standing; null when there is no such case.</summary>
    public async Task<Standing?> ReadAsync(Guid caseId, CancellationToken cancellation)
    {
        var file = await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellation);
        if (file is null)
            return null;
        var inquiry = file.Status != CaseStatus.WithAgency ? null
            : await db.Set<AgencyInquiry>().AsNoTracking().Where(i => i.CaseId == caseId && i.EndedAt == null).OrderBy(i => i.Id)
                .Select(i => new { i.AgencyCode, i.SentAt }).FirstOrDefaultAsync(cancellation);
        var releases = await db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Id).ToListAsync(cancellation);
        var code = inquiry?.AgencyCode ?? file.AgencyCode;
        var codes = releases.Select(r => r.AgencyCode).Append(code ?? "").Distinct().ToList();
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, cancellation);
        var asked = await db.Set<InformationRequest>().AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Id).ToListAsync(cancellation);
        var documents = await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == caseId).OrderBy(d => d.Id).ToListAsync(cancellation);
        var messages = await db.Set<Message>().AsNoTracking().Where(m => m.CaseId == caseId).OrderByDescending(m => m.Id).Take(MostMessages).ToListAsync(cancellation);
        var own = agencies.Values.Where(a => a.Signature != SignatureClass.None).OrderBy(a => a.Code != code).ThenBy(a => a.Code, StringComparer.Ordinal).ToList();
        var releaseFiles = await files.ReadAsync(file, own, cancellation);
        return new(file, code is null ? null : agencies.GetValueOrDefault(code), inquiry?.SentAt, asked, releases, agencies, documents, messages)
        {
            Readiness = [.. own.Zip(releaseFiles, (agency, some) => (agency, PrivacyReleases.Readiness.Of(some)))],
            Unnamed = [.. releaseFiles.Where(f => f.Agency!.EachPartySigns && f.Agency.Code == code)
                .SelectMany(f => f.Roles.Where(role => f.Releases.All(r => r.AgencyCode != f.Agency!.Code || r.Role != role || r.Status == ReleaseStatus.Dropped)))],
        };
    }
}

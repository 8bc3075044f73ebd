using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;
using Portal.Domain.Topics;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Staff ask the person to sign a release for an agency: the first, another agency's, or a renewal.</summary>
public sealed class AskForRelease(PortalDb db, Vault vault, ReleaseRequest requests, TopicCatalog topics, OfficePractice practice, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and the agency.</summary>
    public sealed record Command(Guid CaseId, int? Version, string AgencyCode);

    /// <summary>Asks. Asking while one waits for its signature changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (file, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.MessageConstituents, cancellation);
        if (refusal is not null)
            return refusal;
        if (file.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        var agency = await db.Set<Agency>().SingleOrDefaultAsync(a => a.Code == command.AgencyCode, cancellation);
        if (agency is null || agency.Signature == SignatureClass.None)
            return new Outcome.Refused("Choose an agency from the list.");
        if (await db.Set<PrivacyRelease>().AnyAsync(r => r.CaseId == file.Id && r.AgencyCode == agency.Code && r.Status == ReleaseStatus.Requested, cancellation))
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        var request = await db.Set<HelpRequest>().SingleAsync(r => r.Id == file.Id, cancellation);
        var cipher = await vault.OpenAsync(file.Id, cancellation);
        var office = await practice.OfficeAsync(cancellation);
        requests.Prepare(file, agency, RequestJson.Unseal(cipher, request), await topics.FindAsync(file.TopicCode, cancellation), cipher,
            office?.MemberName ?? "", mailNow: true, actor, now);
        file.Accept(now);
        if (file.Status is CaseStatus.InReview or CaseStatus.AgencyReplied)
            file.MoveTo(CaseStatus.WaitingOnConstituent);
        return await db.CommitAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Constituents;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.PrivacyReleases;

/// <summary>The signer confirms or corrects what will stand in the document.</summary>
public sealed class SaveReleaseDetails(PortalDb db, Vault vault)
{
    private const int MaxName = 260;

    /// <summary>The release and what its signer confirmed.</summary>
    public sealed record Command(Guid ReleaseId, ReleaseDetails Details);

    /// <summary>Saves. A release that was signed stays as it was.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        if (actor.DemandCase(release.CaseId, Permission.WorkCases) is { } refusal)
            return refusal;
        if (release.Status != ReleaseStatus.Requested)
            return new Outcome.Refused("This release no longer waits for a signature.");
        if (PersonName.Normalize(command.Details.LegalName).Length == 0 || command.Details.LegalName.Trim().Length > MaxName)
            return new Outcome.Refused("Write the full legal name, at most 260 characters.");
        if (string.IsNullOrWhiteSpace(command.Details.Records))
            return new Outcome.Refused("Say which records the agency may share.");
        var cipher = await vault.OpenAsync(release.CaseId, cancellation);
        release.SealedDetails = ReleaseJson.Seal(cipher, command.Details with { Confirmed = true });
        release.SubjectName = command.Details.LegalName.Trim();
        return await db.CommitAsync(cancellation);
    }
}

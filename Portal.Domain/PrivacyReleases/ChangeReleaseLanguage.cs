using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform.Text;
using Portal.Domain.Topics;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Switches a release to the language the signer prefers. Standard text is translated; anything a person wrote stays as is.
/// </summary>
public sealed class ChangeReleaseLanguage(PortalDb db, Vault vault, TopicCatalog topics)
{
    /// <summary>The release, and en or es.</summary>
    public sealed record Command(Guid ReleaseId, string Language);

    /// <summary>Changes the language. A signed release can't be changed.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null || !Texts.Languages.Contains(command.Language))
            return new Outcome.NotFound();
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (actor.DemandRelease(release, @case, Permission.WorkCases) is { } refusal)
            return refusal;
        if (release.Status != ReleaseStatus.Requested || @case.IsClosed)
            return new Outcome.Refused("This release no longer needs a signature.");
        if (release.Language == command.Language)
            return Outcome.Done;
        var agency = await db.AgencyOfAsync(release, cancellation);
        var topic = await topics.FindAsync(@case.TopicCode, cancellation);
        var cipher = await vault.OpenAsync(release.CaseId, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        if (details.Records == ReleaseRequest.RecordsFor(agency, topic, release.Language))
            release.SealedDetails = ReleaseJson.Seal(cipher, details with { Records = ReleaseRequest.RecordsFor(agency, topic, command.Language) });
        release.Language = command.Language;
        return await db.CommitAsync(cancellation);
    }
}

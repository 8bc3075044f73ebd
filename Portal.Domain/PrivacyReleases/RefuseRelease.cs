using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Staff reject a release. The signer reads why, and how to fix it.</summary>
public sealed class RefuseRelease(PortalDb db, Vault vault, ReleaseRequest requests, TimeProvider clock)
{
    /// <summary>The release as the page showed it, and the reason.</summary>
    public sealed record Command(Guid ReleaseId, int Version, RefusalReason Reason);

    /// <summary>
    /// Rejects it. A form signed on paper can be sent again under the same link; for one signed on the website, a new
    /// signature is requested.
    /// </summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.CheckReleases) is { } refusal)
            return refusal;
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        if (release.Version != command.Version)
            return new Outcome.Stale();
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (release.Status != ReleaseStatus.Checking || @case.IsClosed)
            return new Outcome.Refused("This release no longer needs review.");
        var now = clock.GetUtcNow().UtcDateTime;
        release.Refuse(command.Reason, now);
        var token = release.LinkToken;
        if (release.Status == ReleaseStatus.Requested)
            @case.Ask(release.Id);
        else
        {
            var agency = await db.AgencyOfAsync(release, cancellation);
            var next = requests.Again(new(new(this, actor, now), @case, agency, await vault.OpenAsync(@case.Id, cancellation)), release);
            next.SignAgain(command.Reason);
            token = next.LinkToken;
        }

        var cause = db.Record(this, now, actor, @case.Id, new ReleaseRefused(release.Id, release.AgencyCode, command.Reason));
        if (release.SignerEmail is { } email)
            db.Queue(now, new ReleaseRefusedMail(token), new(email, release.Language), @case.Id, cause);
        return await db.CommitAsync(cancellation);
    }
}

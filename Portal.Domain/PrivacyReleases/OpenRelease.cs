using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Returns the sealed PDF and records that it was opened.</summary>
public sealed class OpenRelease(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    /// <summary>The sealed PDF.</summary>
    public sealed record Opened(Stream Content, string FileName) : Outcome.Success;

    /// <summary>Opens the release.</summary>
    public async Task<Outcome> ExecuteAsync(Guid releaseId, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId, cancellation);
        if (release?.Signature is null)
            return new Outcome.NotFound();
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (actor.DemandRelease(release, @case, Permission.OpenDocuments) is { } refusal)
            return refusal;
        var content = await store.OpenReadAsync(await vault.OpenAsync(release.CaseId, cancellation), release.Signature.PdfName, cancellation);
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, release.CaseId, new ReleaseOpened(releaseId));
        return await db.CommitAsync(cancellation, new Opened(content, $"privacy-release-{release.AgencyCode}.pdf"));
    }
}

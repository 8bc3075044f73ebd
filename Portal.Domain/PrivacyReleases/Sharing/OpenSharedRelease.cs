using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases.Sharing;

/// <summary>
/// Returns a sealed release to a person who has its link, and records that. A link that never existed, has expired, was
/// revoked, or whose release is no longer in force always gets the same answer.
/// </summary>
public sealed class OpenSharedRelease(PortalDb db, SecretCode secrets, Vault vault, IDocumentStore store, Calendars calendars, TimeProvider clock)
{
    private const int LongestToken = 100;

    /// <summary>What is shown before the release is opened. It doesn't reveal whose release it is.</summary>
    public sealed record Announced(Agency Agency, DateTime ExpiresAt);

    /// <summary>What the link leads to; null when it opens nothing. Read-only, because email scanners follow every link.</summary>
    public async Task<Announced?> FindAsync(string? token, CancellationToken cancellation) =>
        await LiveAsync(token, clock.GetUtcNow().UtcDateTime, cancellation) is var (share, release)
            ? new(await db.AgencyOfAsync(release, cancellation), share.ExpiresAt)
            : null;

    /// <summary>Opens the release. The view is saved before any content is returned.</summary>
    public async Task<Outcome> ExecuteAsync(string? token, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.UsePublicSite) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await LiveAsync(token, now, cancellation) is not var (share, release))
            return new Outcome.NotFound();
        var content = await store.OpenReadAsync(await vault.OpenAsync(release.CaseId, cancellation), release.Signature!.PdfName, cancellation);
        db.Add(new ReleaseShareView { Id = Guid.CreateVersion7(new DateTimeOffset(now)), ShareId = share.Id, ViewedAt = now });
        // The reader works at the agency and isn't part of the case, so the system is the actor.
        db.Record(this, now, Actor.System(nameof(OpenSharedRelease)), share.CaseId, new ReleaseLinkOpened(release.Id, share.Id));
        var outcome = await db.CommitAsync(cancellation, new OpenRelease.Opened(content, $"privacy-release-{release.AgencyCode}.pdf"));
        if (!outcome.Succeeded)
            await content.DisposeAsync();
        return outcome;
    }

    private async Task<(ReleaseShare Share, PrivacyRelease Release)?> LiveAsync(string? token, DateTime now, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(token) || token.Length > LongestToken)
            return null;
        var hash = secrets.Hash(ShareRelease.TokenPurpose, "", token);
        var found = await (
            from share in db.Set<ReleaseShare>().AsNoTracking()
            join release in db.Set<PrivacyRelease>().AsNoTracking() on share.ReleaseId equals release.Id
            where share.TokenHash == hash
            select new { Share = share, Release = release }).SingleOrDefaultAsync(cancellation);
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        return found is not null && found.Share.IsLive(now) && found.Release.IsInForce(today) ? (found.Share, found.Release) : null;
    }
}

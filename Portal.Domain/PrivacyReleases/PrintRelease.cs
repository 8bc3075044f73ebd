using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Prints a filled-in release to sign in ink, with its code on every page. Printing by staff is recorded.</summary>
public sealed class PrintRelease(PortalDb db, Vault vault, InkReleases inkReleases, TimeProvider clock)
{
    /// <summary>The PDF.</summary>
    public sealed record Printed(byte[] Content) : Outcome.Success;

    /// <summary>Prints the release. Without numbers, the signer writes them in by hand: not everyone who prints may see them.</summary>
    public async Task<Outcome> ExecuteAsync(Guid releaseId, bool withNumbers, Actor actor, CancellationToken cancellation)
    {
        var (paper, refusal) = await LoadAsync(releaseId, withNumbers, actor, cancellation);
        if (paper is not var (release, @case, agency, details))
            return refusal!;
        var printed = new Printed(await inkReleases.PrintAsync(release, @case, agency, details, cancellation));
        if (actor.Kind != ActorKind.Staff)
            return printed;
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, @case.Id, new ReleasePrinted(release.Id, withNumbers));
        return await db.CommitAsync(cancellation, printed);
    }

    /// <summary>Prints what the signer keeps: instructions and translation. It holds no ID numbers.</summary>
    public async Task<Outcome> PrintToKeepAsync(Guid releaseId, Actor actor, CancellationToken cancellation)
    {
        // Whoever may print the numbers reads their own details in the translation, too; others get blanks.
        var (paper, refusal) = await LoadAsync(releaseId, withNumbers: true, actor, cancellation);
        if (paper is null)
            (paper, refusal) = await LoadAsync(releaseId, withNumbers: false, actor, cancellation);
        return paper is var (release, @case, agency, details)
            ? new Printed(await inkReleases.PrintToKeepAsync(release, @case, agency, PrintedDetails.WithoutNumbers(details), cancellation))
            : refusal!;
    }

    private sealed record Paper(PrivacyRelease Release, Case Case, Agency Agency, ReleaseDetails Details);

    private async Task<(Paper? Paper, Outcome? Refusal)> LoadAsync(Guid releaseId, bool withNumbers, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == releaseId, cancellation);
        if (release is null)
            return (null, new Outcome.NotFound());
        var @case = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == release.CaseId, cancellation);
        var refusal = withNumbers ? actor.DemandRelease(release, @case, Permission.RevealIdentifiers)
            : actor.Kind == ActorKind.Constituent && actor.ReleaseId is null ? actor.DemandCase(@case.Id, Permission.MessageConstituents)
            : actor.DemandRelease(release, @case, Permission.MessageConstituents);
        if (refusal is not null)
            return (null, refusal);
        if (release.Status != ReleaseStatus.Requested)
            return (null, new Outcome.Refused("This release no longer needs a signature."));
        var agency = await db.AgencyOfAsync(release, cancellation);
        var details = ReleaseJson.Details(await vault.OpenAsync(@case.Id, cancellation), release);
        return (new(release, @case, agency, withNumbers ? PrintedDetails.ForPen(details, agency) : PrintedDetails.Blank(details, agency)), null);
    }
}

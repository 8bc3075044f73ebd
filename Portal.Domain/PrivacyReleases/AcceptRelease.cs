using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Staff accept a release signed on paper or on someone else's behalf after working through the checklist. It takes effect now.</summary>
public sealed class AcceptRelease(PortalDb db, Vault vault, PaperSealing paperSealing, ReleaseSealing sealing, TimeProvider clock)
{
    /// <summary>The release as the page showed it, and the items that were checked.</summary>
    /// <param name="SignedOn">The date written on the form; ignored for a release signed on the website.</param>
    /// <param name="Points">The items of <see cref="ReleaseChecklist"/> that staff confirmed.</param>
    public sealed record Command(Guid ReleaseId, int Version, DateOnly? SignedOn, IReadOnlyCollection<CheckPoint> Points)
    {
        /// <summary>The key of the <see cref="SignedPapers"/> entry that was signed; null for the most complete one.</summary>
        public string? Paper { get; init; }

        /// <summary>Case documents with further pages of the form, in order. The one that started the review always comes first.</summary>
        public IReadOnlyList<Guid> FurtherPages { get; init; } = [];

        /// <summary>The witnesses of a mark, as written on the form.</summary>
        public IReadOnlyList<MarkWitness> Witnesses { get; init; } = [];

        /// <summary>Whether staff saw an ID.</summary>
        public bool IdentitySeen { get; init; }
    }

    /// <summary>Accepts the release. Accepting it again has no effect.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.CheckReleases) is { } refusal)
            return refusal;
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        if (release.Status == ReleaseStatus.Signed)
            return Outcome.Done;
        if (release.Version != command.Version)
            return new Outcome.Stale();
        var @case = await db.Set<Case>().SingleAsync(c => c.Id == release.CaseId, cancellation);
        if (release.Status != ReleaseStatus.Checking || @case.IsClosed)
            return new Outcome.Refused("This release no longer needs review.");
        var agency = await db.AgencyOfAsync(release, cancellation);
        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        if (ReleaseChecklist.For(release, details, agency).FirstOrDefault(p => !command.Points.Contains(p)) is var open and not CheckPoint.None)
            return new Outcome.Refused("Some items aren't checked. Check “{0}”, or reject the release.", ReleaseChecklist.WordsOf(open));
        var now = clock.GetUtcNow().UtcDateTime;
        return release.Signature is null
            ? await AcceptPaperAsync(new(command, release, @case, agency, details, cipher), actor, now, cancellation)
            : await AcceptSignedAsync(release, @case, actor, now, cancellation);
    }

    private async Task<Outcome> AcceptSignedAsync(PrivacyRelease release, Case @case, Actor actor, DateTime now, CancellationToken cancellation)
    {
        release.Accept(actor.Id, now);
        await db.SupersedeByAsync(release, now, cancellation);
        db.Record(this, now, actor, @case.Id, new ReleaseAccepted(release.Id, release.AgencyCode));
        if (release.PartyId == @case.Id)
            db.ConfirmBySignature(new(this, actor, now), @case);
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome> AcceptPaperAsync(ReturnedPaper paper, Actor actor, DateTime now, CancellationToken cancellation)
    {
        var outcome = await paperSealing.SealAsync(paper, actor, now, cancellation);
        if (outcome is not ReleaseSealing.Sealed made)
            return outcome;
        var (release, @case) = (paper.Release, paper.Case);
        release.AcceptPaper(made.Signature, made.ExpiresOn);
        await db.SupersedeByAsync(release, now, cancellation);
        db.Record(this, now, actor, @case.Id, new ReleaseSigned(release.Id, release.AgencyCode, SigningMethod.Ink, made.Signature.Assurance)
        {
            TemplateId = made.Signature.TemplateId,
            TemplateVersion = made.Signature.TemplateVersion,
            TextSha256 = made.Signature.TextSha256,
            PdfSha256 = made.Signature.PdfSha256,
            ExpiresOn = made.ExpiresOn,
        });
        db.Record(this, now, actor, @case.Id, new ReleaseAccepted(release.Id, release.AgencyCode));
        if (release.PartyId == @case.Id)
            db.ConfirmBySignature(new(this, actor, now), @case);
        if (release.SignerEmail is { } email)
            db.Queue(now, new ReleaseSignedMail(release.LinkToken), new(email, release.Language), @case.Id, release.Id);
        return await sealing.CommitAsync(made, cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Documents;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases;

/// <summary>Staff accept a release signed on paper or on someone else's behalf after working through the checklist. It takes effect now.</summary>
public sealed class AcceptRelease(
    PortalDb db, Vault vault, IDocumentStore store, ReleaseSealing sealing, SignedPapers signedPapers,
    Calendars calendars, OfficePractice practice, TimeProvider clock)
{
    // In bytes, for all scans together: the sealed PDF has to hold every one of them.
    private const long LargestScans = 52_000_000;

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
        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == release.AgencyCode, cancellation);
        var cipher = await vault.OpenAsync(@case.Id, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        if (ReleaseChecklist.For(release, details, agency).FirstOrDefault(p => !command.Points.Contains(p)) is var open and not CheckPoint.None)
            return new Outcome.Refused("Some items aren't checked. Check “{0}”, or reject the release.", ReleaseChecklist.WordsOf(open));
        var now = clock.GetUtcNow().UtcDateTime;
        return release.Signature is null
            ? await AcceptPaperAsync(command, release, @case, agency, details, cipher, actor, now, cancellation)
            : await AcceptSignedAsync(release, @case, actor, now, cancellation);
    }

    private async Task<Outcome> AcceptSignedAsync(PrivacyRelease release, Case @case, Actor actor, DateTime now, CancellationToken cancellation)
    {
        release.Accept(actor.Id, now);
        await db.SupersedeByAsync(release, now, cancellation);
        db.Record(this, now, actor, @case.Id, new ReleaseAccepted(release.Id, release.AgencyCode));
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome> AcceptPaperAsync(
        Command command, PrivacyRelease release, Case @case, Agency agency, ReleaseDetails details, CaseCipher cipher,
        Actor actor, DateTime now, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        if (command.SignedOn is not { } day || day > calendar.DayOf(now) || day < calendar.DayOf(release.RequestedAt).AddYears(-1))
            return new Outcome.Refused("Enter the date written on the form. It can't be in the future.");
        MarkWitness[] witnesses = [.. command.Witnesses.Where(w => !string.IsNullOrWhiteSpace(w.Name + w.Address))];
        if (details.ByMark && SignerRules.BrokenWitnesses(witnesses, details, agency) is { } broken)
            return broken;
        var possible = await signedPapers.OfAsync(release, details, agency, cancellation);
        if ((command.Paper is null ? possible[0] : possible.FirstOrDefault(p => p.Key == command.Paper)) is not { } paper)
            return new Outcome.Refused("Choose which form was signed.");
        var scanned = await ScannedDocumentsAsync(command, release, cancellation);
        if (scanned.Any(p => !p.CanOpen))
            return new Outcome.Refused("This file can't be opened. It's still being checked for viruses, or the check found a threat.");
        if (scanned.Sum(p => p.Length) > LargestScans)
            return new Outcome.Refused(
                "Together, the scanned files are larger than {0} MB. Ask for a smaller scan, or seal fewer files.", LargestScans / 1_000_000);
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office hasn't been set up yet.");
        var made = await sealing.SealAsync(
            new(release, @case, agency, office, paper.Details, paper.Text, cipher)
            {
                Form = paper.Form,
                Name = details.ByMark ? "X" : details.WhoSigns,
                // Noon in the office's time zone: a form has a date but no time.
                SignedAt = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(12, 0)), calendar.Zone),
                Method = SigningMethod.Ink,
                Assurance = command.IdentitySeen ? IdentityAssurance.IdentityProofed : IdentityAssurance.None,
                Ceremony = new() { Witnesses = witnesses },
                TranslationCertified = command.Points.Contains(CheckPoint.TranslationCertified),
                Scans = await ScansAsync(scanned, cipher, cancellation),
                CheckedBy = (actor.Id, actor.Name),
            }, cancellation);
        release.AcceptPaper(made.Signature, made.ExpiresOn);
        await db.SupersedeByAsync(release, now, cancellation);
        db.Record(this, now, actor, @case.Id, new ReleaseSigned(release.Id, release.AgencyCode, SigningMethod.Ink, made.Signature.Assurance,
            made.Signature.TemplateId, made.Signature.TemplateVersion, made.Signature.TextSha256, made.Signature.PdfSha256, made.ExpiresOn));
        db.Record(this, now, actor, @case.Id, new ReleaseAccepted(release.Id, release.AgencyCode));
        if (release.SignerEmail is { } email)
            db.Queue(now, new ReleaseSignedMail(release.LinkToken), new(email, release.Language), @case.Id, release.Id);
        return await sealing.CommitAsync(made, cancellation);
    }

    private async Task<List<Document>> ScannedDocumentsAsync(Command command, PrivacyRelease release, CancellationToken cancellation)
    {
        if (release.PaperDocumentId is not { } first)
            return [];
        List<Guid> wanted = [first, .. command.FurtherPages.Where(p => p != first).Distinct()];
        var found = await db.Set<Document>().AsNoTracking().Where(d => d.CaseId == release.CaseId && wanted.Contains(d.Id)).ToListAsync(cancellation);
        return [.. found.OrderBy(d => wanted.IndexOf(d.Id))];
    }

    private async Task<IReadOnlyList<ScannedPaper>> ScansAsync(List<Document> scanned, CaseCipher cipher, CancellationToken cancellation)
    {
        var scans = new List<ScannedPaper>();
        foreach (var paper in scanned)
        {
            await using var content = await store.OpenReadAsync(cipher, paper.StoredName!, cancellation);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, cancellation);
            scans.Add(new(bytes.ToArray(), paper.ContentType, paper.Sha256));
        }

        return scans;
    }
}

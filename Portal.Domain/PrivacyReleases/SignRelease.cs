using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Pdf;
using Portal.Domain.Platform.Pdf.Sealing;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;
using Portal.Domain.Updates;

namespace Portal.Domain.PrivacyReleases;

/// <summary>
/// Signs a release electronically (15 USC 7001): the text as shown is frozen, the PDF sealed, older releases for the
/// same agency superseded. The sealed bytes are stored before the one save; an orphan is swept.
/// </summary>
public sealed class SignRelease(
    PortalDb db, Vault vault, IDocumentStore store, PdfSeal seal, ReleaseTemplates templates, Calendars calendars, OfficePractice practice,
    ILetterhead letterhead, TimeProvider clock)
{
    private const long MaxPdf = 20_000_000;

    /// <summary>The release, what was shown, what was typed, and where it came from.</summary>
    public sealed record Command(
        Guid ReleaseId, string ShownSha256, bool AgreedToSignElectronically, string TypedName,
        string RemoteAddress, string UserAgent, IdentityAssurance Assurance);

    /// <summary>The document is not the one that was shown: it has to be read again.</summary>
    public sealed record TextChanged : Outcome;

    /// <summary>Signs. Signing a signed release again changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var release = await db.Set<PrivacyRelease>().SingleOrDefaultAsync(r => r.Id == command.ReleaseId, cancellation);
        if (release is null)
            return new Outcome.NotFound();
        var (file, refusal) = await db.LoadOwnCaseAsync(release.CaseId, actor, Permission.OwnCase, cancellation);
        if (refusal is not null)
            return refusal;
        if (release.Status == ReleaseStatus.Signed)
            return Outcome.Done;
        if (release.Status != ReleaseStatus.Requested || file.IsClosed)
            return new Outcome.Refused("This release no longer waits for a signature.");

        var agency = await db.Set<Agency>().SingleAsync(a => a.Code == release.AgencyCode, cancellation);
        var office = await practice.OfficeAsync(cancellation) ?? throw new InvalidOperationException("The office has not been set up.");
        var cipher = await vault.OpenAsync(file.Id, cancellation);
        var details = ReleaseJson.Details(cipher, release);
        var text = await templates.ComposeAsync(details, agency, office.Recipient(), release.Language, cancellation);
        if (text.Sha256() != command.ShownSha256)
            return new TextChanged();
        if (!command.AgreedToSignElectronically)
            return new Outcome.Refused("Tick the box to agree to sign electronically, or print the form and sign it on paper.");
        if (!PersonName.Matches(command.TypedName, details.LegalName))
            return new Outcome.Refused("Type your full name as it stands in the document: {0}", details.LegalName);

        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var site = (await letterhead.ReadAsync(cancellation)).Site;
        var (signature, blob) = await SealAsync(command, details, text, file, office, cipher, calendar.DayOf(now), site, now, cancellation);
        release.Sign(signature, calendar.DayOf(now).AddMonths(office.ReleaseMonths));
        await SupersedeAsync(release, now, cancellation);
        file.ConstituentSpoke(now);
        await db.NothingAskedAnyMoreAsync(file, null, release.Id, cancellation);
        db.Record(now, actor, file.Id, new ReleaseSigned(release.Id, release.AgencyCode, signature.Method, signature.Assurance,
            signature.TemplateId, signature.TemplateVersion, signature.TextSha256, signature.PdfSha256, release.ExpiresOn!.Value));
        if (release.SignerEmail is { } email)
            db.Queue(now, new ReleaseSignedMail(release.LinkToken), email, release.Language, file.Id, release.Id);
        var outcome = await db.CommitAsync(cancellation);
        if (!outcome.Succeeded)
            await store.DeleteAsync(blob, CancellationToken.None);
        return outcome;
    }

    private async Task<(ReleaseSignature Signature, string Blob)> SealAsync(
        Command command, ReleaseDetails details, ReleaseText text, Case file, Office office, CaseCipher cipher, DateOnly today, Uri site, DateTime now,
        CancellationToken cancellation)
    {
        var code = VerificationCode.Create();
        ReleaseSignature With(string name, string sha256) => new()
        {
            TemplateId = text.TemplateId,
            TemplateVersion = text.TemplateVersion,
            SealedText = ReleaseJson.Seal(cipher, text),
            TextSha256 = text.Sha256(),
            NameAsTyped = Cut(command.TypedName.Trim(), 260),
            SignedAt = now,
            Method = SigningMethod.Electronic,
            Assurance = command.Assurance,
            RemoteAddress = Cut(command.RemoteAddress, 64),
            UserAgent = Cut(command.UserAgent, 400),
            OutsideUnitedStates = details.OutsideUnitedStates,
            PdfName = name,
            PdfSha256 = sha256,
            VerificationCode = code,
            CopyDeliveredAt = now,
        };
        var evidence = new ReleaseEvidence(file.Reference, office.MemberName, With("", ""), today, new Uri(site, "/verify?code=" + code));
        var pdf = await seal.SealAsync(ReleasePaper.Signed(text, evidence), text.Title, office.State, cancellation);
        var blob = await store.PutAsync(cipher, new MemoryStream(pdf), MaxPdf, cancellation);
        return (With(blob.Name, Convert.ToHexStringLower(SHA256.HashData(pdf))), blob.Name);
    }

    private async Task SupersedeAsync(PrivacyRelease signed, DateTime now, CancellationToken cancellation)
    {
        var older = await db.Set<PrivacyRelease>()
            .Where(r => r.CaseId == signed.CaseId && r.AgencyCode == signed.AgencyCode && r.Id != signed.Id && r.Status == ReleaseStatus.Signed).ToListAsync(cancellation);
        foreach (var release in older)
            release.Supersede(signed.Id, now);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Documents;
using Portal.Domain.Offices;
using Portal.Domain.Paper.Sealing;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Domain.PrivacyReleases;

/// <summary>A release at the moment in which it becomes a signed one.</summary>
/// <param name="Release">Still without its signature.</param>
/// <param name="Details">What stands in it.</param>
/// <param name="Text">The document, word for word.</param>
public sealed record SigningMoment(PrivacyRelease Release, Case Case, Agency Agency, Office Office, ReleaseDetails Details, ReleaseText Text, CaseCipher Cipher)
{
    /// <summary>When, UTC: on paper, the day that stands there.</summary>
    public DateTime SignedAt { get; init; }

    /// <summary>How.</summary>
    public SigningMethod Method { get; init; }

    /// <summary>How sure we are of the signer.</summary>
    public IdentityAssurance Assurance { get; init; }

    /// <summary>The name signed.</summary>
    public required string Name { get; init; }

    /// <summary>The network address; empty on paper.</summary>
    public string RemoteAddress { get; init; } = "";

    /// <summary>The browser; empty on paper.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>What happened around it.</summary>
    public SigningCeremony Ceremony { get; init; } = new();

    /// <summary>Whether a translation was certified.</summary>
    public bool TranslationCertified { get; init; }

    /// <summary>A drawn signature as PNG; an extra.</summary>
    public byte[]? Drawing { get; init; }

    /// <summary>The agency's own form that was read and signed, or printed and signed; null for our text alone.</summary>
    public AgencyForm? Form { get; init; }

    /// <summary>The photos or scans of what was signed by hand, in order.</summary>
    public IReadOnlyList<ScannedPaper> Scans { get; init; } = [];

    /// <summary>Who of the staff accepted it, by name; null when nobody had to.</summary>
    public (Guid? Id, string Name)? CheckedBy { get; init; }
}

/// <summary>A photo or scan of signed paper.</summary>
/// <param name="Bytes">As it came.</param>
/// <param name="ContentType">As it was found to be.</param>
/// <param name="Sha256">Of the bytes, hexadecimal.</param>
public sealed record ScannedPaper(byte[] Bytes, string ContentType, string Sha256);

/// <summary>
/// Prints and seals a release with its evidence, once, and stores the bytes. Not saved yet: the caller saves the row,
/// and deletes the bytes when it could not; an orphan is swept.
/// </summary>
public sealed class ReleaseSealing(PortalDb db, IDocumentStore store, AgencyFormLibrary forms, PdfSeal seal, ILetterhead letterhead, Calendars calendars, TimeProvider clock)
{
    /// <summary>The largest sealed release, in bytes.</summary>
    public const long MaxPdf = 60_000_000;

    /// <summary>The signature with all its evidence, and the last day it counts.</summary>
    public sealed record Sealed(ReleaseSignature Signature, DateOnly ExpiresOn);

    /// <summary>Seals.</summary>
    public async Task<Sealed> SealAsync(SigningMoment moment, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var code = VerificationCode.Create();
        var site = (await letterhead.ReadAsync(cancellation)).Site;
        var evidence = new ReleaseEvidence(
            moment.Case.Reference, moment.Office.MemberNameIn(moment.Text.Language), SignatureOf(moment, code, "", "", now), moment.Ceremony, calendar.DayOf(moment.SignedAt),
            new Uri(site, "/verify?code=" + code), ReleaseHistory.For(moment, now))
        {
            Drawing = moment.Drawing,
            Proof = await ProofAsync(moment, cancellation),
            Scans = moment.Scans,
            Form = await FormAsync(moment, calendar.DayOf(moment.SignedAt), cancellation),
        };
        var pdf = await seal.SealAsync(ReleasePaper.Signed(moment.Text, evidence), moment.Text.Title, moment.Office.State, cancellation);
        var blob = await store.PutAsync(moment.Cipher, new MemoryStream(pdf), MaxPdf, cancellation);
        return new(SignatureOf(moment, code, blob.Name, Convert.ToHexStringLower(SHA256.HashData(pdf)), now), calendar.DayOf(moment.SignedAt).AddMonths(moment.Office.ReleaseMonths));
    }

    private async Task<(string FileName, string Sha256)?> ProofAsync(SigningMoment moment, CancellationToken cancellation) =>
        moment.Details.Capacity != SignerCapacity.Self && moment.Release.ProofDocumentId is { } id
        && await db.Set<Document>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellation) is { } proof
            ? (proof.FileName, proof.Sha256) : null;

    // Signed on the website, the agency's own form goes along, filled in and signed. On paper it is what was signed.
    private async Task<(string Title, byte[] Pdf)?> FormAsync(SigningMoment moment, DateOnly day, CancellationToken cancellation) =>
        moment.Form is { } form && await forms.FillAsync(form, moment.Details, moment.Agency, moment.Office.Recipient(),
            moment.Method == SigningMethod.Electronic ? new(moment.Case.Reference, day, moment.Name) : new(moment.Case.Reference), cancellation) is { } pdf
            ? ($"{form.Title} ({form.Edition})", pdf)
            : null;

    /// <summary>Saves what the operation changed; when somebody was faster, the sealed bytes go again.</summary>
    public async Task<Outcome> CommitAsync(Sealed made, CancellationToken cancellation)
    {
        var outcome = await db.CommitAsync(cancellation);
        if (!outcome.Succeeded)
            await store.DeleteAsync(made.Signature.PdfName, CancellationToken.None);
        return outcome;
    }

    private static ReleaseSignature SignatureOf(SigningMoment moment, string code, string pdfName, string pdfSha256, DateTime now)
    {
        var (details, agency) = (moment.Details, moment.Agency);
        return new()
        {
            TemplateId = moment.Text.TemplateId,
            TemplateVersion = moment.Text.TemplateVersion,
            SealedText = ReleaseJson.Seal(moment.Cipher, moment.Text),
            TextSha256 = moment.Text.Sha256(),
            NameAsTyped = Cut(moment.Name.Trim(), 260),
            SignedAt = moment.SignedAt,
            Method = moment.Method,
            Assurance = moment.Assurance,
            RemoteAddress = Cut(moment.RemoteAddress, 64),
            UserAgent = Cut(moment.UserAgent, 400),
            OutsideUnitedStates = details.OutsideUnitedStates,
            Capacity = details.Capacity,
            MarkWitnesses = details.ByMark ? moment.Ceremony.Witnesses.Count : null,
            TranslationCertified = moment.TranslationCertified || moment.Ceremony.Interpreter is not null,
            NameDiffers = moment.Ceremony.NameDifference is not null,
            CoversMedical = SignerRules.CoversMedical(agency, details),
            CoversTax = details.TaxRecords,
            IdentifiersGiven = Cut(string.Join(',', details.Identifiers.Where(i => !string.IsNullOrWhiteSpace(i.Value) && i.Value != ReleaseDetails.ToFillIn).Select(i => i.Key).Order(StringComparer.Ordinal)), 400),
            SealedCeremony = ReleaseJson.Seal(moment.Cipher, moment.Ceremony),
            CheckedById = moment.CheckedBy?.Id,
            CheckedAt = moment.CheckedBy is null ? null : now,
            PdfName = pdfName,
            PdfSha256 = pdfSha256,
            VerificationCode = code,
            CopyDeliveredAt = now,
        };
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}

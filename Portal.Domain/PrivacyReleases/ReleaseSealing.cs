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

/// <summary>A release at the moment it's signed.</summary>
/// <param name="Release">The release, not yet signed.</param>
/// <param name="Details">Its details, as signed.</param>
/// <param name="Text">The document, word for word.</param>
public sealed record SigningMoment(PrivacyRelease Release, Case Case, Agency Agency, Office Office, ReleaseDetails Details, ReleaseText Text)
{
    /// <summary>Seals the text, the evidence, and the PDF with the case's key.</summary>
    public required CaseCipher Cipher { get; init; }

    /// <summary>When it was signed, UTC. For a form signed on paper, noon on its date.</summary>
    public DateTime SignedAt { get; init; }

    /// <summary>How it was signed.</summary>
    public SigningMethod Method { get; init; }

    /// <summary>How well the signer was identified.</summary>
    public IdentityAssurance Assurance { get; init; }

    /// <summary>The name signed.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was signed on the website.</summary>
    public SigningDevice Device { get; init; } = SigningDevice.None;

    /// <summary>Witnesses, interpreter, and any name difference.</summary>
    public SigningCeremony Ceremony { get; init; } = new();

    /// <summary>Whether a translation was certified.</summary>
    public bool TranslationCertified { get; init; }

    /// <summary>The optional drawn signature, as PNG; null for none.</summary>
    public byte[]? Drawing { get; init; }

    /// <summary>The agency's own form that was signed; null for our text alone.</summary>
    public AgencyForm? Form { get; init; }

    /// <summary>The photos or scans of what was signed by hand, in order.</summary>
    public IReadOnlyList<ScannedPaper> Scans { get; init; } = [];

    /// <summary>The staff member who accepted it; null when it needed no review.</summary>
    public (Guid? Id, string Name)? CheckedBy { get; init; }
}

/// <summary>A photo or scan of a signed form.</summary>
/// <param name="Bytes">The harmless copy of the file.</param>
/// <param name="ContentType">The copy's type.</param>
/// <param name="Sha256">Of the file as uploaded, hexadecimal.</param>
public sealed record ScannedPaper(byte[] Bytes, string ContentType, string Sha256);

/// <summary>
/// Renders and seals a release with its evidence and stores the PDF. Doesn't save: the caller commits with
/// <see cref="CommitAsync"/>, which deletes the PDF when saving fails. A job sweeps orphans.
/// </summary>
public sealed class ReleaseSealing(
    PortalDb db, IDocumentStore store, AgencyFormLibrary forms, PdfSeal seal,
    ILetterhead letterhead, Calendars calendars, TimeProvider clock)
{
    /// <summary>The largest sealed release, in bytes.</summary>
    public const long MaxPdf = 60_000_000;

    /// <summary>The signature with all its evidence, and the last day it's valid.</summary>
    public sealed record Sealed(ReleaseSignature Signature, DateOnly ExpiresOn) : Outcome.Success;

    /// <summary>Seals the release.</summary>
    public async Task<Sealed> SealAsync(SigningMoment moment, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var code = VerificationCode.Create();
        var site = (await letterhead.ReadAsync(cancellation)).Site;
        var day = calendar.DayOf(moment.SignedAt);
        var evidence = new ReleaseEvidence(
            moment.Case.Reference, moment.Office.MemberNameIn(moment.Text.Language),
            SignatureOf(moment, code, "", "", now), moment.Ceremony)
        {
            LocalDay = day,
            VerifyAddress = new Uri(site, "/verify?code=" + code),
            History = ReleaseHistory.For(moment, now),
            Drawing = moment.Drawing,
            Proof = await ProofAsync(moment, cancellation),
            Scans = moment.Scans,
            Form = await FormAsync(moment, day, cancellation),
        };
        var pdf = await seal.SealAsync(ReleasePaper.Signed(moment.Text, evidence), moment.Text.Title, moment.Office.State, cancellation);
        var blob = await store.PutAsync(moment.Cipher, new MemoryStream(pdf), MaxPdf, cancellation);
        return new(
            SignatureOf(moment, code, blob.Name, Convert.ToHexStringLower(SHA256.HashData(pdf)), now),
            day.AddMonths(moment.Office.ReleaseMonths));
    }

    private async Task<(string FileName, string Sha256)?> ProofAsync(SigningMoment moment, CancellationToken cancellation) =>
        moment.Details.Capacity != SignerCapacity.Self && moment.Release.ProofDocumentId is { } id
        && await db.Set<Document>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancellation) is { } proof
            ? (proof.FileName, proof.Sha256) : null;

    // A release signed on the website includes the agency's own form, filled in and signed. On paper, that form is what was signed.
    private async Task<(string Title, byte[] Pdf)?> FormAsync(SigningMoment moment, DateOnly day, CancellationToken cancellation) =>
        moment.Form is { } form && await forms.FillAsync(form, moment.Details, moment.Agency, moment.Office.Recipient(),
            moment.Method == SigningMethod.Electronic ? new(moment.Case.Reference, day, moment.Name) : new(moment.Case.Reference), cancellation) is { } pdf
            ? ($"{form.Title} ({form.Edition})", pdf)
            : null;

    /// <summary>Saves the operation's changes. If saving fails, such as when the data is stale, deletes the sealed PDF.</summary>
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
        var identifiers = details.Identifiers
            .Where(i => !string.IsNullOrWhiteSpace(i.Value) && i.Value != ReleaseDetails.ToFillIn)
            .Select(i => i.Key)
            .Order(StringComparer.Ordinal);
        return new()
        {
            TemplateId = moment.Text.TemplateId,
            TemplateVersion = moment.Text.TemplateVersion,
            SealedText = ReleaseJson.Seal(moment.Cipher, moment.Text),
            TextSha256 = moment.Text.Sha256(),
            NameAsTyped = Truncate(moment.Name.Trim(), 260),
            SignedAt = moment.SignedAt,
            Method = moment.Method,
            Assurance = moment.Assurance,
            RemoteAddress = Truncate(moment.Device.RemoteAddress, 64),
            UserAgent = Truncate(moment.Device.UserAgent, 400),
            OutsideUnitedStates = details.OutsideUnitedStates,
            Capacity = details.Capacity,
            MarkWitnesses = details.ByMark ? moment.Ceremony.Witnesses.Count : null,
            TranslationCertified = moment.TranslationCertified || moment.Ceremony.Interpreter is not null,
            NameDiffers = moment.Ceremony.NameDifference is not null,
            CoversMedical = SignerRules.CoversMedical(agency, details),
            CoversTax = details.TaxRecords,
            IdentifiersGiven = Truncate(string.Join(',', identifiers), 400),
            SealedCeremony = ReleaseJson.Seal(moment.Cipher, moment.Ceremony),
            CheckedById = moment.CheckedBy?.Id,
            CheckedAt = moment.CheckedBy is null ? null : now,
            PdfName = pdfName,
            PdfSha256 = pdfSha256,
            VerificationCode = code,
            CopyDeliveredAt = now,
        };
    }

    private static string Truncate(string text, int maxLength) => text.Length <= maxLength ? text : text[..maxLength];
}

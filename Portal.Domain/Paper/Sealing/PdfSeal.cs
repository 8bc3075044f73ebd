using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Portal.Domain.Paper.Sealing;

/// <summary>
/// Seals a document: a detached PKCS#7 signature by the office over every byte of the file except itself, certifying that no
/// changes are allowed. <see cref="PdfVerification"/>, pdfsig, openssl, and PDF viewers can check it.
/// </summary>
public sealed class PdfSeal(
    PaperPrinter printer, SigningCertificate certificate, TimeProvider clock, TimestampAuthority? authority = null, ILogger<PdfSeal>? log = null)
{
    private readonly SealPlaceholder _placeholder = new(authority is null ? 6 * 1024 : 20 * 1024);

    /// <param name="paper">The document to print and seal.</param>
    /// <param name="reason">Shown by viewers, for example "Privacy release received".</param>
    /// <param name="location">Shown by viewers, for example "Washington, DC".</param>
    /// <param name="cancel">Ends the wait for the time-stamping authority. A failure is logged, and the seal has no timestamp.</param>
    public async Task<byte[]> SealAsync(PaperDocument paper, string reason, string location, CancellationToken cancel = default)
    {
        var file = await PrintAndSealAsync(paper, reason, location, cancel);
        if (Holds(file) || !paper.Blocks.Any(block => block is PdfPages))
            return file;
        // Imported pages that look like a seal would make ours worthless.
        var without = paper.Blocks.Select(block => block is PdfPages pages ? new PdfPages([], pages.Name) : block);
        return await PrintAndSealAsync(paper with { Blocks = [.. without] }, reason, location, cancel);
    }

    private async Task<byte[]> PrintAndSealAsync(PaperDocument paper, string reason, string location, CancellationToken cancel)
    {
        using var document = printer.Compose(paper);
        return await SealAsync(document, paper, reason, location, cancel);
    }

    private bool Holds(byte[] file) => PdfVerification.Verify(file, certificate.Trusted) is SealVerdict.Sealed;

    /// <summary>Seals a PDF made elsewhere.</summary>
    /// <exception cref="InvalidDataException">It's already signed, encrypted, or not readable as a PDF.</exception>
    public Task<byte[]> SealAsync(byte[] pdf, string reason, string location, CancellationToken cancel = default)
    {
        SealedRange.FindAll(pdf, out var mentions);
        if (mentions > 0)
            throw new InvalidDataException("This file is already signed. A second seal would break the first.");
        using var document = Open(pdf);
        return SealAsync(document, null, reason, location, cancel);
    }

    private Task<byte[]> SealAsync(PdfDocument document, PaperDocument? paper, string reason, string location, CancellationToken cancel)
    {
        var signedAt = clock.GetUtcNow().UtcDateTime;
        // A seal made with an expired certificate would be reported as changed by anyone who checks it.
        if (certificate.Current.NotAfter.ToUniversalTime() < signedAt)
            throw new CryptographicException("The signing certificate has expired. Give the site a new one (docs/operations.md).");
        var signer = certificate.Current.GetNameInfo(X509NameType.SimpleName, false);
        _placeholder.AddTo(document, signer, reason, location, signedAt);
        return SignAsync(PaperPrinter.Finish(document, paper), signedAt, cancel);
    }

    private async Task<byte[]> SignAsync(byte[] file, DateTime signedAt, CancellationToken cancel)
    {
        var range = _placeholder.SettleRange(file);
        var cms = new SignedCms(new ContentInfo(range.SignedBytes(file)), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Current)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
            SignedAttributes = { new Pkcs9SigningTime(signedAt) },
        }, silent: true);
        if (authority is not null)
            await StampAsync(cms.SignerInfos[0], authority, cancel);
        var hexadecimal = Convert.ToHexString(cms.Encode());
        if (hexadecimal.Length > 2 * _placeholder.Size)
            throw new CryptographicException("The certificate or timestamp doesn't fit in the space reserved for the seal.");
        Encoding.ASCII.GetBytes(hexadecimal, file.AsSpan(range.GapStart + 1));
        return file;
    }

    /// <summary>No signature is lost because the authority doesn't answer; the seal then has no timestamp.</summary>
    private async Task StampAsync(SignerInfo signer, TimestampAuthority stamps, CancellationToken cancel)
    {
        try
        {
            SealTimestamp.AddTo(signer, await stamps.StampAsync(signer, cancel));
        }
        catch (Exception failure) when (failure is HttpRequestException or CryptographicException
            || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log?.LogWarning(failure, "A document was sealed without a timestamp because the timestamp authority didn't provide one.");
        }
    }

    private static PdfDocument Open(byte[] pdf)
    {
        PdfLibrary.Prepare();
        try
        {
            return PdfReader.Open(new MemoryStream(pdf, writable: false), PdfDocumentOpenMode.Modify);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            throw new InvalidDataException("This file cannot be read as a PDF.", unreadable);
        }
    }
}

using System.Security.Cryptography;
using Portal.Domain.Agencies;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Prints a letter with its enclosures and stores the PDF.</summary>
public sealed class LetterPress(LetterEnclosures enclosures, PaperPrinter printer, Vault vault, IDocumentStore store)
{
    private const long MostBytes = 200 * 1024 * 1024;

    /// <summary>The letter as a document, whose blocks the preview shows.</summary>
    public async Task<PaperDocument> LayAsync(
        LetterContent letter, LetterSituation situation, InquiryMethod? method, DateTime now, CancellationToken cancellation) =>
        LetterPaper.Lay(letter, situation, method, await enclosures.ReadAsync(letter, situation, cancellation), now);

    /// <summary>The letter as a PDF: letter, releases, earlier letters, and documents in this order, with the reference on every page.</summary>
    public async Task<byte[]> PrintAsync(LetterContent letter, LetterSituation situation, InquiryMethod? method, DateTime now, CancellationToken cancellation) =>
        printer.Print(await LayAsync(letter, situation, method, now, cancellation));

    /// <summary>The name of an enclosure that can't be printed; null when all can.</summary>
    public async Task<string?> UnprintableAsync(LetterContent letter, LetterSituation situation, CancellationToken cancellation) =>
        (await enclosures.ReadAsync(letter, situation, cancellation)).FirstOrDefault(e => e.Pages is null or > PdfPages.MostPages)?.Name;

    /// <summary>Stores a PDF of the case, protected by its key.</summary>
    public async Task<StoredBlob> StoreAsync(Guid caseId, byte[] pdf, CancellationToken cancellation) =>
        await store.PutAsync(await vault.OpenAsync(caseId, cancellation), new MemoryStream(pdf, writable: false), MostBytes, cancellation);

    /// <summary>Deletes a PDF that no letter has anymore.</summary>
    public Task ForgetAsync(string name) => store.DeleteAsync(name, CancellationToken.None);

    /// <summary>A stored PDF of the case.</summary>
    public Task<byte[]> ReadAsync(SentLetter letter, CancellationToken cancellation) =>
        ReadAsync(letter.CaseId, new(letter.StoredName, letter.Sha256, letter.Length), cancellation);

    /// <summary>A stored PDF of the case.</summary>
    public async Task<byte[]> ReadAsync(Guid caseId, StoredBlob blob, CancellationToken cancellation)
    {
        var pdf = await store.ReadBytesAsync(await vault.OpenAsync(caseId, cancellation), blob.Name, cancellation);
        return Convert.ToHexStringLower(SHA256.HashData(pdf)) == blob.Sha256 ? pdf : throw new CryptographicException("The stored letter isn't the one that was sent.");
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;
using Portal.Domain.Paper;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>Reads what goes along with a letter: sealed releases, earlier letters, and documents, in this order.</summary>
public sealed class LetterEnclosures(PortalDb db, Vault vault, IDocumentStore store)
{
    /// <summary>The enclosures, each with its file.</summary>
    public async Task<IReadOnlyList<LetterEnclosure>> ReadAsync(LetterContent letter, LetterSituation situation, CancellationToken cancellation)
    {
        var cipher = await vault.OpenAsync(situation.CaseId, cancellation);
        var enclosures = new List<LetterEnclosure>();
        if (letter.EnclosesRelease)
            foreach (var release in situation.Releases)
                enclosures.Add(Pdf(
                    $"Privacy release of {release.Signer}, signed {Platform.Text.Texts.Day("en", release.SignedOn)}",
                    await store.ReadBytesAsync(cipher, release.PdfName, cancellation)));
        foreach (var earlier in situation.Earlier.Where(l => letter.Letters.Contains(l.Id)))
            enclosures.Add(Pdf(
                $"Our letter of {Platform.Text.Texts.Day("en", situation.DayOf(earlier.SentAt))}", await store.ReadBytesAsync(cipher, earlier.StoredName, cancellation)));
        foreach (var document in letter.Documents.Select(id => situation.Documents.FirstOrDefault(d => d.Id == id)).OfType<Document>())
            enclosures.Add(Of(document, await store.ReadBytesAsync(cipher, document.CopyName!, cancellation)));
        return enclosures;
    }

    /// <summary>A letter that went out; null when there's none.</summary>
    public Task<SentLetter?> FindAsync(Guid caseId, Guid letterId, CancellationToken cancellation) =>
        db.Set<SentLetter>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == letterId && l.CaseId == caseId, cancellation);

    private static LetterEnclosure Of(Document document, byte[] bytes)
    {
        var name = HelpRequests.Triage.MaskSsn(Path.GetFileNameWithoutExtension(document.FileName.Text));
        return document.ContentType == "application/pdf" ? Pdf(name, bytes) : new(name, 1, new Picture(bytes, name));
    }

    private static LetterEnclosure Pdf(string name, byte[] bytes) => new(name, PdfPages.CountIn(bytes), new PdfPages(bytes, name));
}

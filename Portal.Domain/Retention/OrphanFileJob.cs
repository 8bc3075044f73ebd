using Microsoft.EntityFrameworkCore;
using Portal.Domain.Documents;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.MailRoom;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.AgencyForms;

namespace Portal.Domain.Retention;

/// <summary>
/// Deletes stored files no row refers to, left when a crash came between storing and saving. Skips files younger than a day,
/// because their row may not be saved yet.
/// </summary>
[Recurring("Delete orphaned files", DailyAt = "03:00")]
public sealed class OrphanFileJob(PortalDb db, IDocumentStore store, TimeProvider clock) : ISweep
{
    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        var removed = 0;
        await foreach (var file in store.ListAsync(cancellation))
        {
            if (file.WrittenAt >= before
                || await db.Set<Document>().AnyAsync(d => d.StoredName == file.Name || d.CopyName == file.Name, cancellation)
                || await db.Set<SentLetter>().AnyAsync(l => l.StoredName == file.Name, cancellation)
                || await db.Set<ReceivedMail>().AnyAsync(m => m.StoredName == file.Name, cancellation)
                || await db.Set<AgencyForm>().AnyAsync(f => f.StoredName == file.Name, cancellation)
                || await db.Set<PrivacyRelease>().AnyAsync(r => r.Signature!.PdfName == file.Name, cancellation))
                continue;
            await store.DeleteAsync(file.Name, cancellation);
            removed++;
        }

        return removed;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Jobs;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Documents;

/// <summary>Scans every new document. Documents wait while the scanner is down; without a scanner, they're marked as unscanned.</summary>
[Recurring("Check documents for viruses", Seconds = 30, WhenAdded = typeof(Document))]
public sealed class DocumentPendingJob(PortalDb db, Vault vault, IDocumentStore store, IVirusScanner scanner, TimeProvider clock) : ISweep
{
    private const int Batch = 50;

    /// <inheritdoc />
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var waiting = await db.Set<Document>().Where(d => d.State == DocumentState.Pending || d.State == DocumentState.Failed)
            .OrderBy(d => d.State == DocumentState.Failed).ThenBy(d => d.Id).Take(Batch).ToListAsync(cancellation);
        var rows = 0;
        foreach (var document in waiting)
        {
            (document.State, document.ScanNote) = await ScanAsync(document, cancellation);
            if (document.State != DocumentState.Failed && await db.Set<Case>().AnyAsync(c => c.Id == document.CaseId, cancellation))
                db.Record(
                    this, clock.GetUtcNow().UtcDateTime, Actor.System(nameof(DocumentPendingJob)), document.CaseId,
                    new DocumentChecked(document.Id, document.State));
            // Someone else changed a row in the meantime; the next run reads it again.
            if (await db.CommitAsync(cancellation) is Outcome.Stale)
                return rows;
            rows += document.State == DocumentState.Failed ? 0 : 1;
        }

        return rows;
    }

    private async Task<(DocumentState, string?)> ScanAsync(Document document, CancellationToken cancellation)
    {
        try
        {
            var cipher = await vault.OpenAsync(document.CaseId, cancellation);
            await using var content = await store.OpenReadAsync(cipher, document.StoredName!, cancellation);
            return await scanner.ScanAsync(content, cancellation) switch
            {
                ScanResult.Clean => (DocumentState.Clean, null),
                ScanResult.Infected infected => (DocumentState.Suspect, infected.Name),
                ScanResult.NotConfigured => (DocumentState.Unscanned, null),
                ScanResult.Unavailable unavailable => (DocumentState.Failed, Shorten(unavailable.Reason)),
                var other => throw new InvalidOperationException($"Unknown scan result {other}."),
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A damaged file, or one whose key was erased, must not block the others.
            return (DocumentState.Failed, Shorten(fault.Message));
        }
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200];
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Documents;

/// <summary>Looks at a file, stores its bytes and adds its row, for the operation that then saves.</summary>
public sealed class DocumentIntake(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    /// <summary>Files one case may hold.</summary>
    public const int MaxPerCase = 30;

    /// <summary>The bytes are stored; the row is added, or was there already.</summary>
    public sealed record Taken(Document Document, bool IsNew) : Outcome;

    /// <summary>Takes it in the name of an operation: <see cref="Taken"/>, or why not. The same file a second time is taken once. Nothing is saved yet.</summary>
    public async Task<Outcome> TakeAsync(object operation, Guid caseId, string fileName, Stream content, Actor actor, CancellationToken cancellation)
    {
        var verdict = FileInspection.Inspect(fileName, content);
        if (verdict is FileVerdict.Refused refused)
            return new Outcome.Refused(refused.Sentence, refused.Arguments);
        var documents = await db.Set<Document>().Where(d => d.CaseId == caseId).ToListAsync(cancellation);
        if (documents.Count >= MaxPerCase)
            return new Outcome.Refused("This request already has {0} files. Have more? Call us.", MaxPerCase);
        content.Position = 0;
        var blob = await store.PutAsync(await vault.OpenAsync(caseId, cancellation), content, FileLimits.Default.MaxBytes, cancellation);
        if (documents.FirstOrDefault(d => d.Sha256 == blob.Sha256 && d.StoredName != null) is { } same)
        {
            await store.DeleteAsync(blob.Name, cancellation);
            return new Taken(same, false);
        }

        return new Taken(await AddAsync(new(operation, actor, clock.GetUtcNow().UtcDateTime), caseId, SafeFileName.Of(fileName), ((FileVerdict.Accepted)verdict).Kind, blob, cancellation), true);
    }

    /// <summary>Saves; when somebody was faster, the stored bytes go again.</summary>
    public async Task<Outcome> CommitAsync(Taken taken, Outcome done, CancellationToken cancellation)
    {
        var outcome = await db.CommitAsync(cancellation, done);
        if (!outcome.Succeeded && taken.IsNew)
            await store.DeleteAsync(taken.Document.StoredName!, CancellationToken.None);
        return outcome;
    }

    private async Task<Document> AddAsync(Act act, Guid caseId, string fileName, FileKind kind, StoredBlob blob, CancellationToken cancellation)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(act.At)),
            CaseId = caseId,
            FileName = fileName,
            ContentType = ContentTypeOf(kind),
            Length = blob.Length,
            Sha256 = blob.Sha256,
            StoredName = blob.Name,
            State = DocumentState.Pending,
            UploadedBy = act.Actor.Kind,
            UploadedAt = act.At,
        };
        db.Add(document);
        if (await db.Set<Case>().AnyAsync(c => c.Id == caseId, cancellation))
            db.Record(act, caseId, new DocumentReceived(document.Id, document.ContentType, document.Length));
        return document;
    }

    private static string ContentTypeOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        _ => "image/heic",
    };
}

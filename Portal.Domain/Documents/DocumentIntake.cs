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

/// <summary>Inspects a file, stores its bytes, and adds its row. The calling operation saves.</summary>
public sealed class DocumentIntake(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    /// <summary>The most files one case may have.</summary>
    public const int MaxPerCase = 30;

    /// <summary>The bytes are stored, and the row was added or already existed.</summary>
    public sealed record Taken(Document Document, bool IsNew) : Outcome;

    /// <summary>
    /// Takes a file on behalf of an operation. Returns <see cref="Taken"/> or a refusal. Taking the same file twice keeps one.
    /// The caller saves.
    /// </summary>
    public async Task<Outcome> TakeAsync(
        object operation, Guid caseId, string fileName, Stream content, Actor actor, CancellationToken cancellation)
    {
        var verdict = FileInspection.Inspect(fileName, content);
        if (verdict is FileVerdict.Refused refused)
            return new Outcome.Refused(refused.Sentence, refused.Arguments);
        var documents = await db.Set<Document>().Where(d => d.CaseId == caseId).ToListAsync(cancellation);
        content.Position = 0;
        var blob = await store.PutAsync(await vault.OpenAsync(caseId, cancellation), content, FileLimits.Default.MaxBytes, cancellation);
        if (documents.FirstOrDefault(d => d.Sha256 == blob.Sha256 && d.StoredName != null) is { } same)
        {
            await store.DeleteAsync(blob.Name, cancellation);
            return new Taken(same, false);
        }

        if (documents.Count >= MaxPerCase)
        {
            await store.DeleteAsync(blob.Name, cancellation);
            return new Outcome.Refused("This request already has {0} files. Have more? Call us.", MaxPerCase);
        }

        var act = new Act(operation, actor, clock.GetUtcNow().UtcDateTime);
        var kind = ((FileVerdict.Accepted)verdict).Kind;
        return new Taken(await AddAsync(act, caseId, SafeFileName.Of(fileName), kind, blob, cancellation), true);
    }

    /// <summary>Saves. If someone else saved first, deletes the stored bytes again.</summary>
    public async Task<Outcome> CommitAsync(Taken taken, Outcome done, CancellationToken cancellation)
    {
        var outcome = await db.CommitAsync(cancellation, done);
        if (!outcome.Succeeded && taken.IsNew)
            await store.DeleteAsync(taken.Document.StoredName!, CancellationToken.None);
        return outcome;
    }

    private async Task<Document> AddAsync(
        Act act, Guid caseId, string fileName, FileKind kind, StoredBlob blob, CancellationToken cancellation)
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

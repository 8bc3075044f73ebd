using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.Domain.Documents;

/// <summary>A document came in.</summary>
public sealed record DocumentReceived(Guid DocumentId, string ContentType, long Length) : IEvent;


/// <summary>Somebody opened a document.</summary>
public sealed record DocumentOpened(Guid DocumentId) : IEvent;

/// <summary>The check of a document ended.</summary>
public sealed record DocumentChecked(Guid DocumentId, DocumentState State) : IEvent;

/// <summary>
/// Takes a file for a case or a draft. The bytes are looked at and stored, encrypted, before the row is written;
/// the scanner looks at them afterwards.
/// </summary>
public sealed class AddDocument(PortalDb db, Vault vault, IDocumentStore store, TimeProvider clock)
{
    /// <summary>Files one case may hold.</summary>
    public const int MaxPerCase = 30;

    /// <summary>The case or draft, and the file as it came.</summary>
    public sealed record Command(Guid CaseId, string FileName, Stream Content);

    /// <summary>It was taken.</summary>
    public sealed record Added(Guid DocumentId) : Outcome.Success;

    /// <summary>Adds it. The same file a second time is taken once.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.DemandCase(command.CaseId, Permission.WorkCases) is { } refusal)
            return refusal;
        if (!await db.Set<HelpRequest>().AnyAsync(r => r.Id == command.CaseId, cancellation))
            return new Outcome.NotFound();
        var verdict = FileInspection.Inspect(command.FileName, command.Content);
        if (verdict is FileVerdict.Refused refused)
            return new Outcome.Refused(refused.Sentence, refused.Arguments);
        var documents = await db.Set<Document>().Where(d => d.CaseId == command.CaseId).Select(d => new { d.Id, d.Sha256, d.StoredName }).ToListAsync(cancellation);
        if (documents.Count >= MaxPerCase)
            return new Outcome.Refused("This request holds {0} files already. Please call us if you have more.", MaxPerCase);
        var kind = ((FileVerdict.Accepted)verdict).Kind;
        command.Content.Position = 0;
        var cipher = await vault.OpenAsync(command.CaseId, cancellation);
        var blob = await store.PutAsync(cipher, command.Content, FileLimits.Default.MaxBytes, cancellation);
        if (documents.FirstOrDefault(d => d.Sha256 == blob.Sha256 && d.StoredName != null) is { } same)
        {
            await store.DeleteAsync(blob.Name, cancellation);
            return new Added(same.Id);
        }

        return await KeepAsync(command, kind, blob, actor, cancellation);
    }

    private async Task<Outcome> KeepAsync(Command command, FileKind kind, StoredBlob blob, Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var document = new Document
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            CaseId = command.CaseId,
            FileName = SafeFileName.Of(command.FileName),
            ContentType = ContentTypeOf(kind),
            Length = blob.Length,
            Sha256 = blob.Sha256,
            StoredName = blob.Name,
            State = DocumentState.Pending,
            UploadedBy = actor.Kind,
            UploadedAt = now,
        };
        db.Add(document);
        if (await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellation) is { } file)
        {
            if (actor.Kind == ActorKind.Constituent)
                file.ConstituentSpoke(now);
            db.Record(now, actor, file.Id, new DocumentReceived(document.Id, document.ContentType, document.Length));
        }

        var outcome = await db.CommitAsync(cancellation, new Added(document.Id));
        if (!outcome.Succeeded)
            await store.DeleteAsync(blob.Name, CancellationToken.None);
        return outcome;
    }

    private static string ContentTypeOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        _ => "image/heic",
    };
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Documents;

/// <summary>A file as a person chose it.</summary>
/// <param name="Name">The name it has on their device.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ChosenFile(string Name, Stream Content);

/// <summary>
/// Reads a file, stores it and the copy that people get of it, and adds its row. The calling operation saves.
/// </summary>
public sealed class DocumentIntake(PortalDb db, Vault vault, IDocumentStore store, FileCopies copies, TimeProvider clock)
{
    /// <summary>The most files a constituent may send for one case.</summary>
    public const int MaxPerCase = 30;

    /// <summary>The most files the office may add to one case.</summary>
    public const int MaxOfOffice = 300;

    /// <summary>The file was read; nothing is stored yet.</summary>
    public sealed record Readable(IncomingFile File) : Outcome;

    /// <summary>The bytes are stored, and the row was added or already existed.</summary>
    public sealed record Taken(Document Document, bool IsNew) : Outcome;

    /// <summary>Reads a file. Returns <see cref="Readable"/> or why it's of no use to anyone.</summary>
    public async Task<Outcome> ReadAsync(string fileName, Stream content, CancellationToken cancellation) =>
        await copies.ReadAsync(fileName, content, cancellation) switch
        {
            FileVerdict.Usable { File: var file } => new Readable(file),
            FileVerdict.Refused refused => new Outcome.Refused(refused.Sentence, refused.Arguments),
            var other => throw new InvalidOperationException($"Unknown verdict {other}."),
        };

    /// <summary>Reads several files as the pages of one document.</summary>
    public async Task<Outcome> ReadAsOneAsync(IReadOnlyList<ChosenFile> files, CancellationToken cancellation)
    {
        var parts = new List<IncomingFile>();
        foreach (var file in files)
        {
            var read = await ReadAsync(file.Name, file.Content, cancellation);
            if (read is not Readable { File: var part })
                return files.Count > 1 && read is Outcome.Refused ? Unusable(file.Name) : read;
            parts.Add(part);
        }

        if (parts is [var only])
            return new Readable(only);
        var bound = BoundFile.Of(parts);
        return Math.Max(bound.Original.Length, bound.Copy.Bytes.Length) > HarmlessCopy.MaxBytes
            ? new Outcome.Refused("Together, these files are larger than {0} MB. Upload fewer pages at a time.", HarmlessCopy.MaxBytes / (1024 * 1024))
            : new Readable(bound);
    }

    /// <summary>
    /// Takes a file on behalf of an operation. Returns <see cref="Taken"/> or a refusal. Taking the same file twice keeps one.
    /// The caller saves.
    /// </summary>
    public async Task<Outcome> TakeAsync(Act act, Guid caseId, IncomingFile file, CancellationToken cancellation)
    {
        var documents = await db.Set<Document>().Where(d => d.CaseId == caseId).ToListAsync(cancellation);
        documents.AddRange(db.Set<Document>().Local.Where(d => d.CaseId == caseId && !documents.Contains(d)));
        var cipher = await vault.OpenAsync(caseId, cancellation);
        var original = await PutAsync(cipher, file.Original, cancellation);
        if (documents.FirstOrDefault(d => d.Sha256 == original.Sha256 && d.StoredName != null) is { } same)
        {
            await store.DeleteAsync(original.Name, cancellation);
            return new Taken(same, false);
        }

        var isTheirs = act.Actor.Kind == ActorKind.Constituent;
        var most = isTheirs ? MaxPerCase : MaxOfOffice;
        if (documents.Count(d => (d.UploadedBy == ActorKind.Constituent) == isTheirs) >= most)
        {
            await store.DeleteAsync(original.Name, cancellation);
            return isTheirs
                ? new Outcome.Refused("This request already has {0} files. Have more? Call us.", most)
                : new Outcome.Refused("This case already has {0} files added by staff, which is the limit.", most);
        }

        // A picture without metadata is its own copy.
        var copy = file.Copy.Bytes.AsSpan().SequenceEqual(file.Original) ? original : await PutAsync(cipher, file.Copy.Bytes, cancellation);
        return new Taken(await AddAsync(act, caseId, file, (original, copy.Name), cancellation), true);
    }

    /// <summary>Reads one or several files and takes them as one document.</summary>
    public async Task<Outcome> TakeAsOneAsync(
        object operation, Guid caseId, IReadOnlyList<ChosenFile> files, Actor actor, CancellationToken cancellation) =>
        await ReadAsOneAsync(files, cancellation) is var read && read is Readable { File: var file }
            ? await TakeAsync(new(operation, actor, clock.GetUtcNow().UtcDateTime), caseId, file, cancellation)
            : read;

    /// <summary>Saves. If someone else saved first, deletes the stored bytes again.</summary>
    public async Task<Outcome> CommitAsync(Taken taken, Outcome done, CancellationToken cancellation) => await CommitAsync([taken], done, cancellation);

    /// <summary>Saves several files at once.</summary>
    public async Task<Outcome> CommitAsync(IReadOnlyList<Taken> taken, Outcome done, CancellationToken cancellation)
    {
        var outcome = await db.CommitAsync(cancellation, done);
        if (!outcome.Succeeded)
            await ForgetAsync(taken);
        return outcome;
    }

    /// <summary>Deletes the stored bytes of files that won't be saved.</summary>
    public async Task ForgetAsync(IReadOnlyList<Taken> taken)
    {
        foreach (var name in taken.Where(t => t.IsNew).SelectMany(t => t.Document.StoredNames))
            await store.DeleteAsync(name, CancellationToken.None);
    }

    /// <summary>The refusal of one of several files.</summary>
    public static Outcome.Refused Unusable(string fileName) =>
        new("We can't use “{0}”. Upload it by itself to see why, and upload the other files without it.", SafeFileName.Of(fileName));

    private Task<StoredBlob> PutAsync(CaseCipher cipher, byte[] bytes, CancellationToken cancellation) =>
        store.PutAsync(cipher, new MemoryStream(bytes, writable: false), HarmlessCopy.MaxBytes, cancellation);

    private async Task<Document> AddAsync(
        Act act, Guid caseId, IncomingFile file, (StoredBlob Original, string CopyName) stored, CancellationToken cancellation)
    {
        var document = new Document
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(act.At)),
            CaseId = caseId,
            FileName = file.Name,
            ContentType = file.Copy.Kind.ContentType(),
            Length = stored.Original.Length,
            Sha256 = stored.Original.Sha256,
            StoredName = stored.Original.Name,
            CopyName = stored.CopyName,
            LeavesOut = file.Copy.LeavesOut,
            State = DocumentState.Pending,
            UploadedBy = act.Actor.Kind,
            UploadedAt = act.At,
        };
        db.Add(document);
        if (await db.Set<Case>().AnyAsync(c => c.Id == caseId, cancellation))
            db.Record(act, caseId, new DocumentReceived(document.Id, document.ContentType, document.Length));
        return document;
    }
}

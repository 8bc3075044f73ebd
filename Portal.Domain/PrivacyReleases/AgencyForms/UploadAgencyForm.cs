using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Paper.Forms;
using Portal.Domain.Paper.Harmless;
using Portal.Domain.Paper.Inspection;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.PrivacyReleases.AgencyForms;

/// <summary>
/// Uploads an agency's blank form as a new draft. The file is scanned for viruses, cleared of what acts, inspected, and stored
/// encrypted before the row is saved. An existing draft is replaced; the published version stays until the new one is published.
/// </summary>
public sealed class UploadAgencyForm(PortalDb db, Vault vault, IDocumentStore store, IVirusScanner scanner, FormBlanks blanks, TimeProvider clock)
{
    /// <summary>The uploaded file, and what staff entered about it.</summary>
    public sealed record Command(string AgencyCode, string FileName, Stream Content)
    {
        /// <summary>The form's name and number.</summary>
        public required string? Title { get; init; }

        /// <summary>Where it was found.</summary>
        public required string? Source { get; init; }

        /// <summary>When staff last checked that the agency still uses it.</summary>
        public DateOnly? VerifiedOn { get; init; }

        /// <summary>The version whose choices carry over. If null, those of the draft, then of the published form.</summary>
        public Guid? Like { get; init; }
    }

    /// <summary>The form was stored as a draft.</summary>
    public sealed record Uploaded(Guid FormId, int Edition) : Outcome.Success;

    /// <summary>Uploads the form.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditTemplates) is { } refusal)
            return refusal;
        if (!await db.Set<Agency>().AnyAsync(a => a.Code == command.AgencyCode, cancellation))
            return new Outcome.NotFound();
        var now = clock.GetUtcNow().UtcDateTime;
        if (FormFactRules.Broken(command.Title, command.Source, command.VerifiedOn, now) is { } problem)
            return problem;
        if (await ReadAsync(command.Content, cancellation) is not { } bytes)
            return new Outcome.Refused("The form is larger than {0} MB.", FormLimits.Default.MaxBytes / (1024 * 1024));
        switch (await scanner.ScanAsync(new MemoryStream(bytes, writable: false), cancellation))
        {
            case ScanResult.Infected:
                return new Outcome.Refused("The virus scanner found a threat in this file, so we didn't keep it.");
            case ScanResult.Unavailable:
                return new Outcome.Refused("The virus scanner isn't responding. Try again in a few minutes.");
        }

        var (blank, verdict) = await InspectAsync(bytes, cancellation);
        return verdict is FormVerdict.Accepted { Shape: var shape }
            ? await KeepAsync(command, blank, shape, now, actor, cancellation)
            : new Outcome.Refused(((FormVerdict.Refused)verdict).Sentence, ((FormVerdict.Refused)verdict).Arguments);
    }

    private async Task<(byte[] Blank, FormVerdict Verdict)> InspectAsync(byte[] file, CancellationToken cancellation)
    {
        if (FileInspection.Inspect(file) is not FileVerdict.Accepted { Kind: FileKind.Pdf })
            return (file, FormInspection.Inspect(file));
        return await blanks.ReadAsync(file, cancellation) switch
        {
            CopyVerdict.Made { Copy.Bytes: var blank } => (blank, FormInspection.Inspect(blank)),
            CopyVerdict.Refused { Why: var why } => (file, FormInspection.Explain(why)),
            var other => throw new InvalidOperationException($"Unknown verdict {other}."),
        };
    }

    private async Task<Outcome> KeepAsync(Command command, byte[] bytes, FormShape shape, DateTime now, Actor actor, CancellationToken cancellation)
    {
        var older = await db.Set<AgencyForm>().Where(f => f.AgencyCode == command.AgencyCode).OrderByDescending(f => f.Edition).ToListAsync(cancellation);
        var draft = older.FirstOrDefault(f => f.State == AgencyFormState.Draft);
        var like = older.Where(f => command.Like is null || f.Id == command.Like).OrderBy(f => f.State).ThenByDescending(f => f.Edition);
        var map = FormMap.From(shape, like.Take(3).Select(f => f.Map));
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var blob = await store.PutAsync(vault.Create(id), new MemoryStream(bytes, writable: false), FormLimits.Default.MaxBytes, cancellation);
        var form = new AgencyForm
        {
            Id = id,
            AgencyCode = command.AgencyCode,
            Edition = (older.FirstOrDefault()?.Edition ?? 0) + 1,
            Title = command.Title!.Trim(),
            Sha256 = blob.Sha256,
            StoredName = blob.Name,
            Length = blob.Length,
            PageCount = shape.Pages.Count,
            FieldMap = map.ToJson(),
            Source = command.Source!.Trim(),
            VerifiedOn = command.VerifiedOn,
            UploadedAt = now,
            UploadedById = actor.Id,
        };
        db.Add(form);
        if (draft is not null)
        {
            db.Remove(draft);
            await vault.EraseAsync(draft.Id, cancellation);
        }

        db.Record(
            this, now, actor, null,
            new AgencyFormUploaded(id, form.AgencyCode, form.Edition, form.Sha256, form.PageCount, shape.Fields.Count) { Replaces = draft?.Id });
        var outcome = await db.CommitAsync(cancellation, new Uploaded(id, form.Edition));
        if ((outcome.Succeeded ? draft?.StoredName : blob.Name) is { } unneeded)
            await store.DeleteAsync(unneeded, CancellationToken.None);
        return outcome;
    }

    /// <summary>The file's bytes; null when it's over the size limit. Stops reading there.</summary>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (bytes.Length + read > FormLimits.Default.MaxBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

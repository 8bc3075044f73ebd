using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Documents;

/// <summary>A document was received.</summary>
public sealed record DocumentReceived(Guid DocumentId, string ContentType, long Length) : IEvent;

/// <summary>Someone opened a document.</summary>
public sealed record DocumentOpened(Guid DocumentId) : IEvent;

/// <summary>The virus check of a document finished.</summary>
public sealed record DocumentChecked(Guid DocumentId, DocumentState State) : IEvent;

/// <summary>
/// Adds a file to a case or a draft. The bytes are inspected and stored, encrypted, before the row is written;
/// the virus scanner checks them afterward.
/// </summary>
public sealed class AddDocument(PortalDb db, DocumentIntake intake)
{
    /// <summary>The case or draft, and the file as uploaded.</summary>
    public sealed record Command(Guid CaseId, string FileName, Stream Content);

    /// <summary>The file was added.</summary>
    public sealed record Added(Guid DocumentId) : Outcome.Success;

    /// <summary>Adds the file. Adding the same file twice keeps one.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.DemandCase(command.CaseId, Permission.WorkCases) is { } refusal)
            return refusal;
        if (!await db.Set<HelpRequest>().AnyAsync(r => r.Id == command.CaseId, cancellation))
            return new Outcome.NotFound();
        var taken = await intake.TakeAsync(this, command.CaseId, command.FileName, command.Content, actor, cancellation);
        if (taken is not DocumentIntake.Taken { Document: var document } took)
            return taken;
        if (took.IsNew && actor.Kind == ActorKind.Constituent
            && await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellation) is { } @case)
            db.NoteConstituentActivity(@case, document.UploadedAt);
        return await intake.CommitAsync(took, new Added(document.Id), cancellation);
    }
}

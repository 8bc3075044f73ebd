using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Paper.Harmless;
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

/// <summary>What staff say about a file that they add.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="DatedOn">The date written on it.</param>
/// <param name="IsShared">Whether the constituent may see it.</param>
public sealed record Filing(DocumentKind Kind, DateOnly? DatedOn, bool IsShared);

/// <summary>Staff filed a document.</summary>
public sealed record DocumentFiled(DocumentKind Kind, bool IsShared) : IEvent
{
    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }
}

/// <summary>
/// Adds files to a case or a draft. The bytes are read and stored, encrypted, before the row is written; the virus scanner checks
/// them afterward.
/// </summary>
public sealed class AddDocument(PortalDb db, DocumentIntake intake, TimeProvider clock)
{
    /// <summary>The case or draft, and the file as uploaded.</summary>
    public sealed record Command(Guid CaseId, string FileName, Stream Content)
    {
        /// <summary>Further files that were chosen with it.</summary>
        public IReadOnlyList<ChosenFile> Further { get; init; } = [];

        /// <summary>What staff say about it; null for what constituents send.</summary>
        public Filing? As { get; init; }

        /// <summary>Whether all of them are pages of one document.</summary>
        public bool AsOne { get; init; }
    }

    /// <summary>The file was added; with several, the first one.</summary>
    public sealed record Added(Guid DocumentId) : Outcome.Success;

    /// <summary>Adds the files: all of them or none. Adding the same file twice keeps one.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.DemandCase(command.CaseId, Permission.WorkCases) is { } refusal)
            return refusal;
        if (!await db.Set<HelpRequest>().AnyAsync(r => r.Id == command.CaseId, cancellation))
            return new Outcome.NotFound();
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var taken = new List<DocumentIntake.Taken>();
        var refused = await TakeAsync(act, command, taken, cancellation);
        if (refused is not null)
        {
            await intake.ForgetAsync(taken);
            return refused;
        }

        if (command.As is { } filing && actor.Kind == ActorKind.Staff)
            foreach (var document in taken.Select(t => t.Document))
            {
                (document.Kind, document.DatedOn) = (filing.Kind, filing.DatedOn);
                if (filing.IsShared)
                    document.Share(act.At);
                db.Record(act, command.CaseId, new DocumentFiled(filing.Kind, filing.IsShared) { DocumentId = document.Id });
            }

        // What staff had filed, too: the person evidently has it.
        foreach (var known in taken.Where(t => !t.IsNew && actor.Kind == ActorKind.Constituent && !t.Document.IsForConstituent).Select(t => t.Document))
            known.Share(act.At);
        if (taken.Exists(t => t.IsNew) && actor.Kind == ActorKind.Constituent
            && await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellation) is { } @case)
            db.NoteConstituentActivity(@case, act.At);
        return await intake.CommitAsync(taken, new Added(taken[0].Document.Id), cancellation);
    }

    /// <summary>Reads all files before it stores the first. Returns why one of them is of no use, or null.</summary>
    private async Task<Outcome?> TakeAsync(Act act, Command command, List<DocumentIntake.Taken> taken, CancellationToken cancellation)
    {
        IReadOnlyList<ChosenFile> chosen = [new(command.FileName, command.Content), .. command.Further];
        var readable = new List<IncomingFile>();
        foreach (var files in command.AsOne ? [chosen] : chosen.Select(file => (IReadOnlyList<ChosenFile>)[file]))
        {
            var read = await intake.ReadAsOneAsync(files, cancellation);
            if (read is not DocumentIntake.Readable { File: var file })
                return chosen.Count > 1 && !command.AsOne && read is Outcome.Refused ? DocumentIntake.Unusable(files[0].Name) : read;
            readable.Add(file);
        }

        foreach (var file in readable)
        {
            // Each a moment after the one before, so that they're listed in the order in which they were chosen.
            var moment = act with { At = act.At.AddMilliseconds(taken.Count) };
            var outcome = await intake.TakeAsync(moment, command.CaseId, file, cancellation);
            if (outcome is not DocumentIntake.Taken took)
                return outcome;
            taken.Add(took);
        }

        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.HelpRequests;
using Portal.Domain.Messages;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Tasks;

namespace Portal.Domain.Corrections;

/// <summary>
/// Staff correct names, email, phone numbers, or the address of a case. They record why, and how they made sure that it's the person:
/// someone who takes over a case this way would read everything in it.
/// </summary>
public sealed class CorrectContact(PortalDb db, ContactChange change, TimeProvider clock)
{
    /// <summary>The longest explanation, in characters.</summary>
    public const int MaxWords = 500;

    /// <summary>The case as the page showed it, and its contact data as it should be.</summary>
    public sealed record Command(Guid CaseId, int? Version, ContactData Contact, CorrectionReason? Reason, IdentityCheck? Check)
    {
        /// <summary>What else the file should say: who called, and when.</summary>
        public string? Words { get; init; }

        /// <summary>The id of the note that keeps these words.</summary>
        public Guid Key { get; init; }
    }

    /// <summary>Corrects it. Saving what is already there changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (command.Reason is not { } reason)
            return new Outcome.Refused("Choose a reason.");
        if (command.Check is not { } check)
            return new Outcome.Refused("Choose how you verified who they are. Never change contact data on the word of a caller alone.");
        if (TextLength.Of(command.Words) > MaxWords)
            return new Outcome.Refused("Shorten the note to 500 characters or fewer.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var (fields, problem) = await change.ApplyAsync(act, @case, command.Contact, cancellation);
        if (problem is not null)
            return problem;
        if (fields.Count == 0)
            return Outcome.Done;
        db.Record(act, @case.Id, new ContactCorrected(fields, reason, check));
        foreach (var held in await db.Set<CaseTask>().Where(t => t.CaseId == @case.Id && t.Kind == TaskKind.ChangeAsked && t.EndedAt == null).ToListAsync(cancellation))
        {
            held.End(act.At);
            db.Record(act, @case.Id, new TaskEnded(held.Id, held.Kind, false));
        }

        if (!string.IsNullOrWhiteSpace(command.Words))
        {
            db.Add(new CaseNote { Id = command.Key, CaseId = @case.Id, AuthorId = actor.Id ?? Guid.Empty, Body = command.Words.Trim(), WrittenAt = act.At });
            db.Record(act, @case.Id, new NoteWritten(command.Key));
        }

        return await db.CommitAsync(cancellation);
    }
}

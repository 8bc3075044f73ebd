using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>Writes a note that only staff can read.</summary>
public sealed class WriteNote(PortalDb db, TimeProvider clock)
{
    private const int DuplicateMinutes = 10;

    /// <summary>The case and the note; <paramref name="Key"/> keeps a double-click from saving it twice.</summary>
    public sealed record Command(Guid CaseId, string Body, Guid Key);

    /// <summary>Writes the note. It changes nothing else, so it needs no version.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WriteNotes, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindAsync<CaseNote>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (!TextLength.Fits(command.Body, Message.MaxLength))
            return new Outcome.Refused("Enter a note of 10,000 characters or fewer.");
        var now = clock.GetUtcNow().UtcDateTime;
        // After Back and a second submit, the browser sends the same text under a new key.
        var lately = now.AddMinutes(-DuplicateMinutes);
        var recent = await db.Set<CaseNote>().AsNoTracking()
            .Where(n => n.CaseId == @case.Id && n.AuthorId == actor.Id && n.WrittenAt > lately)
            .ToListAsync(cancellation);
        if (recent.Exists(n => n.Body.Text == command.Body))
            return Outcome.Done;
        db.Add(new CaseNote { Id = command.Key, CaseId = @case.Id, AuthorId = actor.Id ?? Guid.Empty, Body = command.Body, WrittenAt = now });
        db.Record(this, now, actor, @case.Id, new NoteWritten(command.Key));
        return await db.CommitAsync(cancellation);
    }
}

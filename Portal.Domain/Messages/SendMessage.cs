using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>
/// Sends a message to the constituent. It counts as an update, so the next one is promised from now; to someone without an email address,
/// only once it was mailed or read to them.
/// </summary>
public sealed class SendMessage(PortalDb db, Telling telling, TimeProvider clock)
{
    private const int DuplicateMinutes = 10;

    /// <summary>The case as the form saw it, and the message; <paramref name="Key"/> keeps a double-click from sending it twice.</summary>
    public sealed record Command(Guid CaseId, int? Version, string Body, Guid Key)
    {
        /// <summary>Whether staff mailed it or read it to someone who has no email address.</summary>
        public bool IsBroughtByHand { get; init; }
    }

    /// <summary>Sends the message.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.MessageConstituents, cancellation);
        // A double submit still sends the version from before the first one was saved.
        if (refusal is null or Outcome.Stale && await db.FindAsync<Message>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (refusal is not null)
            return refusal;
        if (!TextLength.Fits(command.Body, Message.MaxLength))
            return new Outcome.Refused("Enter a message of 10,000 characters or fewer.");
        // The day of the next update is filled in when it's promised.
        if (MessageFields.Left(command.Body).FirstOrDefault(f => f != MessageFields.NextUpdate || !Telling.Promises(@case, command.IsBroughtByHand)) is { } empty)
            return new Outcome.Refused("Fill in {0} first, or take it out.", empty);
        var now = clock.GetUtcNow().UtcDateTime;
        // After Back and a second submit, the browser sends the same text under a new key.
        var lately = now.AddMinutes(-DuplicateMinutes);
        var newest = await db.Set<Message>().Where(m => m.CaseId == @case.Id).OrderByDescending(m => m.SentAt).FirstOrDefaultAsync(cancellation);
        if (newest is { AuthorId: not null } && newest.AuthorId == actor.Id && newest.SentAt > lately && newest.Body == command.Body)
            return Outcome.Done;
        var telled = new Telling.Words(command.Key, command.Body) { IsBroughtByHand = command.IsBroughtByHand };
        await telling.TellAsync(new(this, actor, now), @case, telled, true, cancellation);
        return await db.CommitAsync(cancellation);
    }
}

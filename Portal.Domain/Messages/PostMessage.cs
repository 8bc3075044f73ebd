using Portal.Domain.Cases;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>
/// The constituent writes to the office, even on a closed case, where staff can then reopen it. Words that may mean
/// danger raise the safety alert right away.
/// </summary>
public sealed class PostMessage(PortalDb db, MessageArrival arrival, TimeProvider clock)
{
    /// <summary>The case and the message; <paramref name="Key"/> keeps a double-click from posting it twice.</summary>
    public sealed record Command(Guid CaseId, string Body, Guid Key);

    /// <summary>Posts the message.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadOwnCaseAsync(command.CaseId, actor, Permission.OwnCase, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindAsync<Message>([command.Key], cancellation) is not null)
            return Outcome.Done;
        if (!TextLength.Fits(command.Body, Message.MaxLength))
            return new Outcome.Refused("Enter a message of 10,000 characters or fewer.");
        var now = clock.GetUtcNow().UtcDateTime;
        await arrival.AddAsync(new(this, actor, now), @case, command.Key, command.Body, cancellation);
        return await db.CommitAsync(cancellation);
    }
}

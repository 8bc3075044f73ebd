using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>Sends a message to the constituent. It counts as an update, so the next one is promised from now.</summary>
public sealed class SendMessage(PortalDb db, Calendars calendars, OfficePractice practice, TimeProvider clock)
{
    private const int DuplicateMinutes = 10;

    /// <summary>The case as the form saw it, and the message; <paramref name="Key"/> keeps a double-click from sending it twice.</summary>
    public sealed record Command(Guid CaseId, int? Version, string Body, Guid Key);

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
        var now = clock.GetUtcNow().UtcDateTime;
        // After Back and a second submit, the browser sends the same text under a new key.
        var lately = now.AddMinutes(-DuplicateMinutes);
        var newest = await db.Set<Message>().Where(m => m.CaseId == @case.Id).OrderByDescending(m => m.SentAt).FirstOrDefaultAsync(cancellation);
        if (newest is { AuthorId: not null } && newest.AuthorId == actor.Id && newest.SentAt > lately && newest.Body == command.Body)
            return Outcome.Done;
        db.Add(new Message { Id = command.Key, CaseId = @case.Id, From = ActorKind.Staff, AuthorId = actor.Id, Body = command.Body, SentAt = now });
        @case.TellConstituent();
        var calendar = await calendars.ReadAsync(cancellation);
        // Somebody without an email address doesn't know yet that there's something to read.
        if (!@case.IsClosed && @case.ContactEmail is not null)
            @case.Promise(UpdatePromise.Next(calendar, now, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation)));
        db.Record(this, now, actor, @case.Id, new MessageSent(command.Key));
        if (@case.ContactEmail is { } email)
        {
            var mail = new NewMessageMail(@case.Reference, await NeededByAsync(@case.Id, calendar.DayOf(now), cancellation));
            db.Queue(now, mail, new(email, @case.Language), @case.Id, command.Key);
        }
        return await db.CommitAsync(cancellation);
    }

    // Leaves out what is already overdue, because there is no future day to name.
    private Task<DateOnly?> NeededByAsync(Guid caseId, DateOnly today, CancellationToken cancellation) =>
        db.Set<InformationRequest>().Where(r => r.CaseId == caseId && r.AnsweredAt == null && r.CanceledAt == null && r.DueOn >= today)
            .MinAsync(r => (DateOnly?)r.DueOn, cancellation);
}

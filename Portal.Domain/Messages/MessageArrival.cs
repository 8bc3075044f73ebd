using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Messages;

/// <summary>What happens when the constituent writes, whichever way: it waits for an answer, and words of danger raise the alarm. The caller saves.</summary>
public sealed class MessageArrival(PortalDb db, SafetyAlarm alarm)
{
    /// <summary>Adds the message.</summary>
    /// <param name="emailedFrom">The address it came from by email; null when it was written on the site.</param>
    public async Task AddAsync(Act act, Case @case, Guid key, string body, string? emailedFrom, CancellationToken cancellation)
    {
        db.Add(new Message
        {
            Id = key,
            CaseId = @case.Id,
            From = ActorKind.Constituent,
            Body = body,
            EmailedFrom = emailedFrom is null ? null : emailedFrom,
            SentAt = act.At,
        });
        db.NoteConstituentActivity(@case, act.At);
        db.Record(act, @case.Id, new MessageReceived(key));
        if (SafetyWords.Find(body) is { } danger)
            await alarm.RaiseAsync(act, @case, danger, key, cancellation);
    }
}

using Portal.Domain.Cases;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Messages;

/// <summary>What happens when the constituent writes, whichever way: it waits for an answer, and words of danger raise the alarm. The caller saves.</summary>
public sealed class MessageArrival(PortalDb db, SafetyAlarm alarm)
{
    /// <summary>Adds the message.</summary>
    public Task AddAsync(Act act, Case @case, Guid key, string body, CancellationToken cancellation) => AddAsync(act, @case, key, new Emailed(body, null, act.At, body), cancellation);

    /// <summary>A message that came by email.</summary>
    /// <param name="Body">The message.</param>
    /// <param name="From">The address it came from; null when it was written on the site.</param>
    /// <param name="At">When it arrived, UTC.</param>
    /// <param name="Searched">What is searched for words of danger; it may be more than the message.</param>
    public sealed record Emailed(string Body, string? From, DateTime At, string Searched);

    /// <summary>Adds a message that came by email.</summary>
    public async Task AddAsync(Act act, Case @case, Guid key, Emailed email, CancellationToken cancellation)
    {
        db.Add(new Message
        {
            Id = key,
            CaseId = @case.Id,
            From = ActorKind.Constituent,
            Body = email.Body,
            EmailedFrom = email.From is { } address ? address : null,
            SentAt = email.At,
        });
        db.NoteConstituentActivity(@case, email.At);
        db.Record(act, @case.Id, new MessageReceived(key));
        if (SafetyWords.Find(email.Searched) is { } danger)
            await alarm.RaiseAsync(act, @case, danger, key, cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>Adds a message to the constituent for the operation that sends it: the promise is renewed, and the email says that there's something to read.</summary>
public sealed class Telling(PortalDb db, Calendars calendars, OfficePractice practice)
{
    /// <summary>What the person is told.</summary>
    /// <param name="Key">The message's id.</param>
    /// <param name="Body">The words.</param>
    public sealed record Words(Guid Key, string Body)
    {
        /// <summary>Whether staff mailed it or read it to someone who has no email address.</summary>
        public bool IsBroughtByHand { get; init; }
    }

    /// <summary>Whether telling promises another update. Somebody without an email address doesn't know yet that there's something to read.</summary>
    public static bool Promises(Case @case, bool isBroughtByHand) => !@case.IsClosed && Reaches(@case, isBroughtByHand);

    /// <summary>Adds the message. The calling operation saves.</summary>
    /// <param name="act">The operation, who acts, and when.</param>
    /// <param name="case">The case.</param>
    /// <param name="words">What they're told.</param>
    /// <param name="tellsAnswers">Whether no agency's answer is waiting to be told afterward.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task TellAsync(Act act, Case @case, Words words, bool tellsAnswers, CancellationToken cancellation)
    {
        var (key, body) = (words.Key, words.Body);
        var calendar = await calendars.ReadAsync(cancellation);
        DateOnly? promised = Promises(@case, words.IsBroughtByHand) ? UpdatePromise.Next(calendar, act.At, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation)) : null;
        // The day that is promised is the day that is said.
        if (promised is { } next)
            body = body.Replace(MessageFields.NextUpdate, Texts.Day(@case.Language, next), StringComparison.Ordinal);
        db.Add(new Message { Id = key, CaseId = @case.Id, From = ActorKind.Staff, AuthorId = act.Actor.Id, Body = body, SentAt = act.At });
        if (tellsAnswers && Reaches(@case, words.IsBroughtByHand))
            @case.TellConstituent();
        else
            @case.ClearUnanswered();
        if (promised is { } day)
            @case.Promise(day);
        db.Record(act, @case.Id, new MessageSent(key) { IsBroughtByHand = words.IsBroughtByHand && @case.ContactEmail is null });
        if (@case.ContactEmail is not { } email)
            return;
        var mail = new NewMessageMail(@case.Reference, await NeededByAsync(@case.Id, calendar.DayOf(act.At), cancellation));
        db.Queue(act.At, mail, new(email, @case.Language), @case.Id, key);
    }

    private static bool Reaches(Case @case, bool isBroughtByHand) => isBroughtByHand || @case.ContactEmail is not null;

    // Leaves out what is already overdue, because there is no future day to name.
    private Task<DateOnly?> NeededByAsync(Guid caseId, DateOnly today, CancellationToken cancellation) =>
        db.Set<InformationRequest>().Where(r => r.CaseId == caseId && r.AnsweredAt == null && r.CanceledAt == null && r.DueOn >= today)
            .MinAsync(r => (DateOnly?)r.DueOn, cancellation);
}

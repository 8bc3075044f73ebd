using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Messages;

/// <summary>Logs a phone call with the person or somebody about the case. Talking to them keeps the promise to call back.</summary>
public sealed class LogCall(PortalDb db, Calendars calendars, SafetyAlarm alarm, TimeProvider clock)
{
    /// <summary>The call; <paramref name="Key"/> keeps a double-click from logging it twice.</summary>
    public sealed record Command(Guid CaseId, CallDirection Direction, string Body, Guid Key)
    {
        /// <summary>Whom staff talked to; null when it was the person themselves.</summary>
        public string? With { get; init; }

        /// <summary>The day on which staff promised to call back.</summary>
        public DateOnly? CallBackOn { get; init; }
    }

    /// <summary>Logs the call.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WriteNotes, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindAsync<PhoneCall>([command.Key], cancellation) is { } logged)
            return logged.CaseId == @case.Id ? Outcome.Done : new Outcome.Refused("This call is already logged on another case.");
        if (string.IsNullOrWhiteSpace(command.Body) || !TextLength.Fits(command.Body, Message.MaxLength))
            return new Outcome.Refused("Enter what was said, in 10,000 characters or fewer.");
        if (TextLength.Of(command.With) > 200)
            return new Outcome.Refused("Enter whom you talked to, in 200 characters or fewer.");
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var today = (await calendars.ReadAsync(cancellation)).DayOf(act.At);
        if (command.CallBackOn < today || command.CallBackOn > today.AddYears(1))
            return new Outcome.Refused("Choose a day to call back that's between today and a year from now.");
        if (command.CallBackOn is not null && @case.IsClosed)
            return new Outcome.Refused("This case is closed, so nothing reminds anyone to call back. Reopen it first, or leave the date blank.");
        // Talking to somebody else, such as the agency, doesn't keep what was promised to the person.
        if (command.Direction != CallDirection.Missed && string.IsNullOrWhiteSpace(command.With))
            foreach (var open in await db.Set<PhoneCall>().Where(c => c.CaseId == @case.Id && c.CallBackOn != null && c.CalledBackAt == null).ToListAsync(cancellation))
                open.CalledBack(act.At);
        db.Add(new PhoneCall
        {
            Id = command.Key,
            CaseId = @case.Id,
            Direction = command.Direction,
            With = string.IsNullOrWhiteSpace(command.With) ? null : PlainText.Line(command.With),
            Body = command.Body.Trim(),
            At = act.At,
            ById = actor.Id ?? Guid.Empty,
            CallBackOn = command.CallBackOn,
        });
        db.CountAsChanged(@case);
        db.Record(act, @case.Id, new CallLogged(command.Key, command.Direction, command.CallBackOn));
        if (SafetyWords.Find(command.Body) is { } danger)
            await alarm.RaiseAsync(act, @case, danger, command.Key, cancellation);
        return await db.CommitAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;
using Portal.Domain.Tasks;

namespace Portal.Domain.Messages;

/// <summary>A promise to call back.</summary>
/// <param name="On">The day.</param>
/// <param name="At">The time of day, in the office's time zone; null for any time.</param>
/// <param name="ForId">Who calls; null for whoever has the case.</param>
public sealed record CallBack(DateOnly On, TimeOnly? At = null, Guid? ForId = null)
{
    /// <summary>Why it can't be promised, as an English sentence; null when it can.</summary>
    internal async Task<string?> ProblemAsync(PortalDb db, DateOnly today, CancellationToken cancellation) =>
        On < today || On > today.AddYears(1) ? "Choose a day to call back that's between today and a year from now."
        : ForId is { } who && !await db.Set<StaffMember>().AnyAsync(s => s.Id == who && s.DisabledAt == null, cancellation) ? "This person no longer works here. Choose someone else."
        : null;
}

/// <summary>
/// Logs a phone call with the person or somebody about the case. Talking to them keeps the promise to call back, and counts as an update, so
/// the next one is promised from now.
/// </summary>
public sealed class LogCall(PortalDb db, Calendars calendars, OfficePractice practice, SafetyAlarm alarm, TimeProvider clock)
{
    /// <summary>The call; <paramref name="Key"/> keeps a double-click from logging it twice.</summary>
    public sealed record Command(Guid CaseId, CallDirection Direction, string Body, Guid Key)
    {
        /// <summary>Whom staff talked to; null when it was the person themselves.</summary>
        public string? With { get; init; }

        /// <summary>Whether the caller asked to change contact or bank details, which is held until it's certain who asked.</summary>
        public bool AsksForChange { get; init; }

        /// <summary>When staff promised to call back; null when they didn't.</summary>
        public CallBack? CallBack { get; init; }
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
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(act.At);
        if (command.CallBack is { } promised && await promised.ProblemAsync(db, today, cancellation) is { } problem)
            return new Outcome.Refused(problem);
        if (command.AsksForChange && @case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first, so that the change can be checked.");
        if (command.CallBack is not null && @case.IsClosed)
            return new Outcome.Refused("This case is closed, so nothing reminds anyone to call back. Reopen it first, or leave the date blank.");
        var with = string.IsNullOrWhiteSpace(command.With) ? null : PlainText.Line(command.With);
        // Talking to somebody else, such as the agency, doesn't keep what was promised to the person.
        if (command.Direction != CallDirection.Missed && with is null)
        {
            if (!@case.IsClosed)
                @case.Promise(@case.AcceptedAt is null
                    ? UpdatePromise.Again(calendar, act.At, @case.Priority)
                    : UpdatePromise.Next(calendar, act.At, await practice.IntervalAsync(@case.UpdateIntervalDays, cancellation)));
            foreach (var open in await db.Set<CaseTask>().Where(t => t.CaseId == @case.Id && t.Kind == TaskKind.CallBack && t.EndedAt == null).ToListAsync(cancellation))
                open.End(act.At);
        }

        db.Add(new PhoneCall
        {
            Id = command.Key,
            CaseId = @case.Id,
            Direction = command.Direction,
            With = with,
            Body = command.Body.Trim(),
            At = act.At,
            ById = actor.Id ?? Guid.Empty,
            CallBackOn = command.CallBack?.On,
        });
        if (command.CallBack is { } back)
            db.Add(Task(act, @case, TaskKind.CallBack, back, with));
        if (command.AsksForChange && !await OpenTasks.HoldsChangeAsync(db, @case.Id, cancellation))
        {
            var hold = Task(act, @case, TaskKind.ChangeAsked, new(today), with);
            db.Add(hold);
            db.Record(act, @case.Id, new TaskAdded(hold.Id, hold.Kind, hold.On));
        }

        db.CountAsChanged(@case);
        db.Record(act, @case.Id, new CallLogged(command.Key, command.Direction, command.CallBack?.On));
        if (SafetyWords.Find(command.Body) is { } danger)
            await alarm.RaiseAsync(act, @case, danger, command.Key, cancellation);
        return await db.CommitAsync(cancellation);
    }

    private static CaseTask Task(Act act, Case @case, TaskKind kind, CallBack due, string? with) => new()
    {
        Id = Guid.CreateVersion7(),
        CaseId = @case.Id,
        Kind = kind,
        What = with,
        On = due.On,
        At = due.At,
        ForId = due.ForId,
        ById = act.Actor.Id ?? Guid.Empty,
        AddedAt = act.At,
    };
}

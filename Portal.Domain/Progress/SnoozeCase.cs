using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;

namespace Portal.Domain.Progress;

/// <summary>Puts a case off until a day, never past what is promised or due, or brings it back.</summary>
public sealed class SnoozeCase(PortalDb db, ProgressQuery progress, Calendars calendars, TimeProvider clock)
{
    /// <summary>The case as the form saw it, and the day on which it comes back; null brings it back now.</summary>
    public sealed record Command(Guid CaseId, int? Version, DateOnly? UntilOn);

    /// <summary>Snoozes or wakes it. Doing either twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, command.Version, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(now);
        var snooze = await db.Set<CaseSnooze>().SingleOrDefaultAsync(s => s.CaseId == @case.Id, cancellation);
        var running = await db.SnoozedUntilAsync(@case.Id, today, cancellation);
        if (running == command.UntilOn)
            return Outcome.Done;
        if (command.UntilOn is { } day && await ProblemAsync(@case, day, calendar, today, cancellation) is { } problem)
            return problem;
        if (snooze is null)
            db.Add(snooze = new CaseSnooze { CaseId = @case.Id });
        snooze.Set(command.UntilOn, now);
        db.CountAsChanged(@case);
        if (command.UntilOn is { } chosen)
            db.Record(this, now, actor, @case.Id, new CaseSnoozed(chosen));
        else
            db.Record(this, now, actor, @case.Id, new CaseWoken());
        return await db.CommitAsync(cancellation);
    }

    private async Task<Outcome?> ProblemAsync(Case @case, DateOnly day, OfficeCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed, so there's nothing to put off.");
        if (@case.Danger is not null || @case.UnansweredSince is not null || @case.AnswerToConfirmSince is not null || @case.AnswerUntoldSince is not null)
            return new Outcome.Refused("Something came in that nobody has dealt with. Deal with it first.");
        if (day <= today)
            return new Outcome.Refused("Choose a day after today.");
        DateOnly? deadline = await db.Set<RunningDeadline>().Where(d => d.CaseId == @case.Id && d.EndedAt == null && d.LastDay >= today)
            .OrderBy(d => d.LastDay).Select(d => (DateOnly?)d.LastDay).FirstOrDefaultAsync(cancellation);
        return DueDay.Of(@case, await progress.ReadAsync(@case, cancellation), calendar, deadline) is { } due && day > due
            ? new Outcome.Refused(due <= today ? "Something in this case is due now, so it can't be put off." : "Something is due before that day. Choose {0} or earlier.", due)
            : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Tasks;

/// <summary>Puts a task, an appointment, or a hearing in the calendar of an open case.</summary>
public sealed class AddTask(PortalDb db, Calendars calendars, TimeProvider clock)
{
    /// <summary>What, and when; <paramref name="Key"/> keeps a double-click from adding it twice.</summary>
    public sealed record Command(Guid CaseId, TaskKind Kind, string What, DateOnly On, Guid Key)
    {
        /// <summary>The time of day; null for the whole day.</summary>
        public TimeOnly? At { get; init; }

        /// <summary>Who does it; null for whoever has the case.</summary>
        public Guid? ForId { get; init; }
    }

    /// <summary>Adds it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.FindAsync<CaseTask>([command.Key], cancellation) is { } added)
            return added.CaseId == @case.Id ? Outcome.Done : new Outcome.Refused("This is already in the calendar of another case.");
        if (@case.IsClosed)
            return new Outcome.Refused("This case is closed. Reopen it first.");
        if (string.IsNullOrWhiteSpace(command.What) || !TextLength.Fits(command.What, CaseTask.LongestWhat))
            return new Outcome.Refused("Enter a description of 300 characters or fewer.");
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        if (command.On < today || command.On > today.AddYears(5))
            return new Outcome.Refused("Choose a day within the next five years.");
        if (command.ForId is { } who && !await db.Set<StaffMember>().AnyAsync(s => s.Id == who && s.DisabledAt == null, cancellation))
            return new Outcome.Refused("This person no longer works here. Choose someone else.");
        db.Add(new CaseTask
        {
            Id = command.Key,
            CaseId = @case.Id,
            Kind = command.Kind,
            What = PlainText.Line(command.What),
            On = command.On,
            At = command.At,
            ForId = command.ForId,
            ById = actor.Id ?? Guid.Empty,
            AddedAt = now,
        });
        db.CountAsChanged(@case);
        db.Record(this, now, actor, @case.Id, new TaskAdded(command.Key, command.Kind, command.On));
        return await db.CommitAsync(cancellation);
    }
}

/// <summary>Takes something off the calendar because it's done, or no longer needed.</summary>
public sealed class EndTask(PortalDb db, TimeProvider clock)
{
    /// <summary>The task, and whether it was dropped instead of done.</summary>
    public sealed record Command(Guid CaseId, Guid TaskId, bool Dropped);

    /// <summary>Ends it. Ending it twice changes nothing.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var (@case, refusal) = await db.LoadCaseAsync(command.CaseId, null, actor, Permission.WorkCases, cancellation);
        if (refusal is not null)
            return refusal;
        if (await db.Set<CaseTask>().SingleOrDefaultAsync(t => t.Id == command.TaskId && t.CaseId == @case.Id, cancellation) is not { } task)
            return new Outcome.NotFound();
        if (task.EndedAt is not null)
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        task.End(now);
        db.CountAsChanged(@case);
        db.Record(this, now, actor, @case.Id, new TaskEnded(task.Id, task.Kind, command.Dropped));
        return await db.CommitAsync(cancellation);
    }
}

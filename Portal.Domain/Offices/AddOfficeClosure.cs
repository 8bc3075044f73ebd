using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Offices;

/// <summary>The office will be closed on these days.</summary>
public sealed record OfficeClosureAdded(Guid ClosureId, DateOnly FirstDay, DateOnly LastDay) : IEvent;

/// <summary>Closes the office for one or more days. From then on, promised updates, follow-ups, and reminders skip them.</summary>
public sealed class AddOfficeClosure(PortalDb db, Calendars calendars, Calendars.Cache cache, TimeProvider clock)
{
    /// <summary>The days and their name in both languages; each form shown gets a new id.</summary>
    public sealed record Command(Guid Id, DateOnly FirstDay, DateOnly LastDay, string Name, string NameEs);

    /// <summary>Adds the closure.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.EditHolidays) is { } refusal)
            return refusal;
        if (await db.Set<OfficeClosure>().AnyAsync(c => c.Id == command.Id, cancellation))
            return Outcome.Done;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await BrokenAsync(command, (await calendars.ReadAsync(cancellation)).DayOf(now), cancellation) is { } broken)
            return broken;
        db.Add(new OfficeClosure
        {
            Id = command.Id,
            FirstDay = command.FirstDay,
            LastDay = command.LastDay,
            Name = command.Name.Trim(),
            NameEs = command.NameEs.Trim(),
        });
        db.Record(this, now, actor, null, new OfficeClosureAdded(command.Id, command.FirstDay, command.LastDay));
        var outcome = await db.CommitAsync(cancellation);
        cache.Clear();
        return outcome;
    }

    private async Task<Outcome.Refused?> BrokenAsync(Command command, DateOnly today, CancellationToken cancellation)
    {
        if (!IsName(command.Name) || !IsName(command.NameEs))
            return new Outcome.Refused("Enter a name in both languages, each {0} characters or fewer.", OfficeClosure.MaxName);
        if (command.LastDay < command.FirstDay)
            return new Outcome.Refused("The last day is before the first. Check both dates.");
        if (command.LastDay < today)
            return new Outcome.Refused("Those days have passed. Enter today or a later date.");
        if (command.LastDay.DayNumber - command.FirstDay.DayNumber >= OfficeClosure.MaxDays)
            return new Outcome.Refused("Add no more than {0} days at a time.", OfficeClosure.MaxDays);
        return await db.Set<OfficeClosure>().AnyAsync(c => c.FirstDay <= command.LastDay && c.LastDay >= command.FirstDay, cancellation)
            ? new Outcome.Refused("Some of these days are already on your list. Remove them first, or choose other days.")
            : null;
    }

    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && name.Trim().Length <= OfficeClosure.MaxName;
}

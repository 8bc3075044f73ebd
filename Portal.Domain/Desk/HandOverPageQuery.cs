using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>Someone who holds open cases and can't work on them now.</summary>
/// <param name="Who">The colleague.</param>
/// <param name="Cases">How many open cases they hold.</param>
public sealed record AwayHolder(Colleague Who, int Cases);

/// <summary>A colleague whose cases can be handed over.</summary>
/// <param name="Takers">Who can take them: coworkers who work on cases and are here.</param>
public sealed record HandOverPage(AwayHolder Holder, IReadOnlyList<Colleague> Takers, DateOnly Today);

/// <summary>Reads who holds cases they can't work on, and who could take them.</summary>
public sealed class HandOverPageQuery(PortalDb db, StaffDirectory staff, Calendars calendars, TimeProvider clock)
{
    /// <summary>Everyone who is away today, or no longer works here, and holds open cases.</summary>
    public async Task<IReadOnlyList<AwayHolder>> AwayAsync(CancellationToken cancellation)
    {
        var today = await TodayAsync(cancellation);
        var away = (await staff.ReadAsync(cancellation)).Where(c => c.CannotWorkOn(today)).ToList();
        var ids = away.Select(c => (Guid?)c.Id).ToList();
        var held = await db.Set<Case>().Where(c => c.ClosedAt == null && ids.Contains(c.AssignedToId))
            .GroupBy(c => c.AssignedToId).Select(g => new { Id = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Id!.Value, g => g.Count, cancellation);
        return [.. away.Where(c => held.ContainsKey(c.Id)).Select(c => new AwayHolder(c, held[c.Id]))];
    }

    /// <summary>A colleague and who could take their cases; null when there is no such colleague.</summary>
    public async Task<HandOverPage?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var today = await TodayAsync(cancellation);
        var everyone = await staff.ReadAsync(cancellation);
        if (everyone.FirstOrDefault(c => c.Id == id) is not { } who)
            return null;
        var cases = await db.Set<Case>().CountAsync(c => c.ClosedAt == null && c.AssignedToId == id, cancellation);
        return new(new(who, cases), [.. everyone.Where(c => c.Id != id && c.MayBeGivenCases && !c.IsAbsent(today))], today);
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancellation) =>
        (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);
}

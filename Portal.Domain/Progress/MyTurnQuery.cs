using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Tasks;

namespace Portal.Domain.Progress;

/// <summary>When something is due, as the list groups it.</summary>
public enum DueGroup
{
    /// <summary>Before today.</summary>
    Late,

    /// <summary>Today.</summary>
    Today,

    /// <summary>Within the next seven days.</summary>
    Week,

    /// <summary>After that, or on no day.</summary>
    Later,
}

/// <summary>A case in which it's the reader's turn.</summary>
/// <param name="Case">The case.</param>
/// <param name="Progress">Where it stands.</param>
/// <param name="Step">What the office does next; the other steps are in <paramref name="Progress"/>.</param>
public sealed record TurnRow(Case Case, CaseProgress Progress, CaseStep Step)
{
    /// <summary>The day it's due, as <see cref="DueDay"/> says; today at the latest for somebody in danger. Null when there is none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it's due, as the list groups it.</summary>
    public DueGroup Group { get; init; }

    /// <summary>The day until which it was put off; null when it wasn't.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>The next legal deadline within two weeks; null when none is.</summary>
    public DateOnly? DeadlineOn { get; init; }
}

/// <summary>What a member of staff owes.</summary>
/// <param name="Rows">The cases in which it's their turn: somebody in danger first, then late ones and the oldest of them first, then by day, and the most urgent first within a day.</param>
/// <param name="Waiting">How many of their cases wait for somebody else.</param>
/// <param name="Today">Today, in the office's time zone.</param>
public sealed record MyTurnPage(IReadOnlyList<TurnRow> Rows, int Waiting, DateOnly Today)
{
    /// <summary>The cases put off until a day, the earliest day first. What is due isn't among them.</summary>
    public required IReadOnlyList<TurnRow> Snoozed { get; init; }

    /// <summary>Whether they have more open cases than were looked at.</summary>
    public bool IsCut { get; init; }
}

/// <summary>
/// Reads everything a member of staff owes. Costs by how many open cases they have, not by how many were ever closed. Never writes.
/// </summary>
public sealed class MyTurnQuery(PortalDb db, ProgressQuery progress, Calendars calendars, TimeProvider clock)
{
    /// <summary>The most open cases of one person that are looked at, the first promised first.</summary>
    public const int Most = 500;

    private const int DeadlineDays = 14;

    /// <summary>The list of a reader; empty for one who may not see cases.</summary>
    /// <param name="of">Whose list it is.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<MyTurnPage> ReadAsync(Guid of, Actor reader, CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        if (!reader.May(Permission.ReadCases))
            return new([], 0, today) { Snoozed = [] };
        var own = db.Set<Case>().Where(c => c.AssignedToId == of);
        var ids = await own.OpenByUpdate().Take(Most + 1).ToListAsync(cancellation);
        var isCut = ids.Count > Most;
        ids = [.. ids.Take(Most)];
        // What came after a case was closed is the caseworker's turn, too. Each part has an index of the few cases it's about.
        foreach (var left in new[]
        {
            own.Where(c => c.ClosedAt != null && c.UnansweredSince != null), own.Where(c => c.ClosedAt != null && c.AnswerUntoldSince != null),
            own.Where(c => c.ClosedAt != null && c.AnswerToConfirmSince != null), own.Where(c => c.ClosedAt != null && c.Danger != null),
        })
            ids.AddRange((await left.OrderBy(c => c.Id).Select(c => c.Id).Take(Most).ToListAsync(cancellation)).Except(ids));
        // A task that somebody else's case has for this person.
        var lent = (await db.Set<CaseTask>().Where(OpenTasks.AreOwed).Where(t => t.ForId == of && !EF.Parameter(ids).Contains(t.CaseId) && db.Set<Case>().Any(c => c.Id == t.CaseId && c.ClosedAt == null))
            .Select(t => t.CaseId).Distinct().OrderBy(id => id).Take(Most).ToListAsync(cancellation)).ToHashSet();
        ids.AddRange(lent);
        await db.ReadKeysAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).ToListAsync(cancellation);
        var stand = await progress.ReadAsync(cases, cancellation);
        var until = today.AddDays(DeadlineDays);
        var deadlines = (await db.Set<RunningDeadline>().Where(d => EF.Parameter(ids).Contains(d.CaseId) && d.EndedAt == null && d.LastDay >= today && d.LastDay <= until)
            .Select(d => new { d.CaseId, d.LastDay }).ToListAsync(cancellation)).ToLookup(d => d.CaseId, d => d.LastDay);
        var rows = cases.Select(c => RowOf(c, stand[c.Id].For(of, !lent.Contains(c.Id)), (calendar, today), deadlines[c.Id])).OfType<TurnRow>()
            .OrderBy(r => r.Case.Danger is null).ThenBy(r => r.Group).ThenBy(r => r.DueOn ?? DateOnly.MaxValue).ThenBy(r => r.Case.Priority).ThenBy(r => r.Case.ReceivedAt).ToList();
        var put = await db.SnoozedAsync(ids, today, cancellation);
        var snoozed = rows.Where(r => r.Case.Danger is null && !(r.DueOn <= today) && put.ContainsKey(r.Case.Id))
            .Select(r => r with { SnoozedUntil = put[r.Case.Id] }).OrderBy(r => r.SnoozedUntil).ThenBy(r => r.Case.Id).ToList();
        return new([.. rows.ExceptBy(snoozed.Select(s => s.Case.Id), r => r.Case.Id)], cases.Count - rows.Count, today) { Snoozed = snoozed, IsCut = isCut };
    }

    private static TurnRow? RowOf(Case @case, CaseProgress progress, (OfficeCalendar Calendar, DateOnly Today) when, IEnumerable<DateOnly> deadlines)
    {
        var today = when.Today;
        var next = deadlines.Order().Cast<DateOnly?>().FirstOrDefault();
        if (progress.Steps.FirstOrDefault(s => s.Turn == Turn.Office) is not { } step)
            return null;
        var due = DueDay.Of(@case, progress, when.Calendar, next);
        // Somebody in danger is never "later".
        if (@case.Danger is not null && !(due < today))
            due = today;
        return new(@case, progress, step)
        {
            DueOn = due,
            Group = due < today ? DueGroup.Late : due == today ? DueGroup.Today : due <= today.AddDays(7) ? DueGroup.Week : DueGroup.Later,
            DeadlineOn = next,
        };
    }
}

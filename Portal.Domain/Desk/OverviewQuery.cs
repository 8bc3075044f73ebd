using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>What one member of staff has open.</summary>
/// <param name="Id">Who; null for cases of nobody.</param>
/// <param name="Name">Their name; null for cases of nobody.</param>
/// <param name="Open">Open cases.</param>
public sealed record StaffLoad(Guid? Id, string? Name, int Open)
{
    /// <summary>Those whose update is late.</summary>
    public int Late { get; init; }

    /// <summary>Those whose update is due within seven days.</summary>
    public int ThisWeek { get; init; }

    /// <summary>Half of them are older than this, in days.</summary>
    public int MedianAge { get; init; }

    /// <summary>Whether the person can't work today.</summary>
    public bool IsAway { get; init; }
}

/// <summary>An agency whose answers are late.</summary>
/// <param name="Code">The agency.</param>
/// <param name="Late">How many open inquiries are late.</param>
/// <param name="OldestDays">By how many days the oldest of them is.</param>
public sealed record LateAgency(string Code, int Late, int OldestDays);

/// <summary>An open case whose person hasn't been told anything for long.</summary>
/// <param name="Case">The case.</param>
/// <param name="Days">Days since somebody last wrote to them, or since they asked.</param>
public sealed record SilentCase(Case Case, int Days);

/// <summary>The office at a glance.</summary>
/// <param name="Today">Today, in the office's time zone.</param>
public sealed record Overview(DateOnly Today)
{
    /// <summary>How many cases each queue view holds.</summary>
    public required IReadOnlyDictionary<QueueView, int> Counts { get; init; }

    /// <summary>Open cases.</summary>
    public required int Open { get; init; }

    /// <summary>Open cases whose promised day passed without an update.</summary>
    public required int Missed { get; init; }

    /// <summary>Cases with an open safety alert.</summary>
    public required int Alerts { get; init; }

    /// <summary>Releases that wait for review.</summary>
    public required int ToCheck { get; init; }

    /// <summary>Open cases about which an email was given up.</summary>
    public required int MailFailed { get; init; }

    /// <summary>What everybody has open, the fullest first.</summary>
    public required IReadOnlyList<StaffLoad> Load { get; init; }

    /// <summary>Agencies with late answers, the most first.</summary>
    public required IReadOnlyList<LateAgency> LateAgencies { get; init; }

    /// <summary>Who has heard nothing for longest.</summary>
    public required IReadOnlyList<SilentCase> Silent { get; init; }
}

/// <summary>Reads the manager's page. Costs by how many cases are open. Never writes.</summary>
public sealed class OverviewQuery(PortalDb db, CaseCounts counts, StaffDirectory staff, Calendars calendars, TimeProvider clock)
{
    private const int MostSilent = 10;
    private const int WeekDays = 7;

    /// <summary>The page; null for a reader who may not lead.</summary>
    public async Task<Overview?> ReadAsync(Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Permission.ApproveLetters))
            return null;
        var calendar = await calendars.ReadAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = calendar.DayOf(now);
        var open = await db.Set<Case>().Where(c => c.ClosedAt == null)
            .Select(c => new OpenCaseRow(c.AssignedToId, c.UpdateDueOn, c.ReceivedAt)).ToListAsync(cancellation);
        var lost = Undelivered.All(db);
        return new(today)
        {
            Counts = await counts.ReadAsync(reader.Id ?? Guid.Empty, cancellation),
            Open = open.Count,
            Missed = open.Count(c => c.UpdateDueOn < today),
            Alerts = await db.Set<Case>().CountAsync(c => c.Danger != null, cancellation),
            ToCheck = await db.Set<PrivacyRelease>().CountAsync(r => r.Status == ReleaseStatus.Checking, cancellation),
            MailFailed = await db.Set<Case>().CountAsync(c => c.ClosedAt == null && lost.Any(m => m.CaseId == c.Id), cancellation),
            Load = await LoadAsync(open, calendar, now, cancellation),
            LateAgencies = await LateAgenciesAsync(today, cancellation),
            Silent = await SilentAsync(calendar, today, cancellation),
        };
    }

    private sealed record OpenCaseRow(Guid? AssignedToId, DateOnly? UpdateDueOn, DateTime ReceivedAt);

    private async Task<IReadOnlyList<StaffLoad>> LoadAsync(List<OpenCaseRow> open, OfficeCalendar calendar, DateTime now, CancellationToken cancellation)
    {
        var colleagues = (await staff.ReadAsync(cancellation)).ToDictionary(s => s.Id);
        var today = calendar.DayOf(now);
        int Age(OpenCaseRow row) => today.DayNumber - calendar.DayOf(row.ReceivedAt).DayNumber;
        return
        [
            .. open.GroupBy(c => c.AssignedToId).Select(g => new StaffLoad(g.Key, g.Key is { } id ? colleagues.GetValueOrDefault(id)?.Name : null, g.Count())
            {
                Late = g.Count(c => c.UpdateDueOn < today),
                ThisWeek = g.Count(c => c.UpdateDueOn >= today && c.UpdateDueOn <= today.AddDays(WeekDays)),
                MedianAge = g.Select(Age).Order().ElementAt((g.Count() - 1) / 2),
                IsAway = g.Key is { } who && colleagues.GetValueOrDefault(who)?.CannotWorkOn(today) == true,
            }).OrderBy(l => l.Id is null).ThenByDescending(l => l.Open),
        ];
    }

    private async Task<IReadOnlyList<LateAgency>> LateAgenciesAsync(DateOnly today, CancellationToken cancellation)
    {
        var late = await db.Set<AgencyInquiry>().Where(i => i.EndedAt == null && i.ExpectedOn < today)
            .GroupBy(i => i.AgencyCode).Select(g => new { g.Key, Count = g.Count(), First = g.Min(i => i.ExpectedOn) }).ToListAsync(cancellation);
        return [.. late.OrderByDescending(l => l.Count).ThenBy(l => l.First).Select(l => new LateAgency(l.Key, l.Count, today.DayNumber - l.First.DayNumber))];
    }

    private async Task<IReadOnlyList<SilentCase>> SilentAsync(OfficeCalendar calendar, DateOnly today, CancellationToken cancellation)
    {
        var longest = await db.Set<Case>().Where(c => c.ClosedAt == null)
            .Select(c => new
            {
                c.Id,
                c.ReceivedAt,
                Told = db.Set<Message>().Where(m => m.CaseId == c.Id && m.From != ActorKind.Constituent).Max(m => (DateTime?)m.SentAt),
            })
            .OrderBy(c => c.Told ?? c.ReceivedAt).Take(MostSilent).ToListAsync(cancellation);
        List<Guid> ids = [.. longest.Select(c => c.Id)];
        await db.ReadKeysAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        return [.. longest.Select(c => new SilentCase(cases[c.Id], today.DayNumber - calendar.DayOf(c.Told ?? c.ReceivedAt).DayNumber))];
    }
}

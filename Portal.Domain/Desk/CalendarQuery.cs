using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Deadlines;
using Portal.Domain.Messages;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Progress;
using Portal.Domain.Staff;
using Portal.Domain.Tasks;
using Portal.Domain.Updates;

namespace Portal.Domain.Desk;

/// <summary>Kinds of calendar entries.</summary>
public enum EntryKind
{
    /// <summary>Something to do.</summary>
    ToDo,

    /// <summary>An appointment.</summary>
    Appointment,

    /// <summary>A hearing of the person.</summary>
    Hearing,

    /// <summary>A promised call.</summary>
    CallBack,

    /// <summary>A promised update.</summary>
    Update,

    /// <summary>The last day of a legal deadline of the person.</summary>
    Deadline,

    /// <summary>The day by which an agency should have answered.</summary>
    AgencyAnswer,

    /// <summary>The day by which the person should have sent what we asked for.</summary>
    PersonAnswer,
}

/// <summary>One entry of a calendar.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="On">The day.</param>
/// <param name="Case">The case.</param>
public sealed record CalendarEntry(EntryKind Kind, DateOnly On, Case Case)
{
    /// <summary>The time of day; null for the whole day.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>What tells it from others of its kind in the case, whenever it is.</summary>
    public Guid Id { get; init; }

    /// <summary>What it's about; null where the kind says enough.</summary>
    public string? What { get; init; }

    /// <summary>The agency whose answer is expected; null for others.</summary>
    public string? Agency { get; init; }
}

/// <summary>Reads everything with a day in the cases of one person. Its cost grows with the number of open cases. Never writes.</summary>
public sealed class CalendarQuery(PortalDb db, SecretCode secrets)
{
    /// <summary>The entries of these days, the earliest first; none for a reader who may not see cases.</summary>
    public Task<IReadOnlyList<CalendarEntry>> ReadAsync(Guid of, DateOnly from, DateOnly until, Actor reader, CancellationToken cancellation) =>
        reader.May(Permission.ReadCases) ? EntriesAsync(of, from, until, cancellation) : Task.FromResult<IReadOnlyList<CalendarEntry>>([]);

    /// <summary>The entries under a secret address; null when there's no such address, or its owner left.</summary>
    public async Task<IReadOnlyList<CalendarEntry>?> OfFeedAsync(string secret, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var hash = secrets.Hash(MakeCalendarAddress.Purpose, "", secret);
        var owner = await db.Set<CalendarFeed>().Where(f => f.TokenHash == hash)
            .Join(db.Set<StaffMember>(), f => f.StaffId, s => s.Id, (_, s) => s).AsNoTracking().SingleOrDefaultAsync(cancellation);
        return owner is { DisabledAt: null } && RolePermissions.For(owner.Role).Contains(Permission.TakeCases) ? await EntriesAsync(owner.Id, from, until, cancellation) : null;
    }

    /// <summary>When the secret address of somebody's calendar was made, UTC; null when there's none.</summary>
    public Task<DateTime?> AddressMadeAtAsync(Guid staff, CancellationToken cancellation) =>
        db.Set<CalendarFeed>().Where(f => f.StaffId == staff).Select(f => (DateTime?)f.MadeAt).SingleOrDefaultAsync(cancellation);

    /// <summary>Whether somebody gets the morning's email.</summary>
    public async Task<bool> WantsDigestAsync(Guid staff, CancellationToken cancellation) =>
        !await db.Set<StaffDigest>().AnyAsync(d => d.StaffId == staff && d.IsOff, cancellation);

    private async Task<IReadOnlyList<CalendarEntry>> EntriesAsync(Guid of, DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var own = await db.Set<Case>().Where(c => c.AssignedToId == of).OpenByUpdate().Take(MyTurnQuery.Most).ToListAsync(cancellation);
        var tasks = await db.Set<CaseTask>().AsNoTracking()
            .Where(t => t.EndedAt == null && t.On >= from && t.On <= until && (t.ForId == of || (t.ForId == null && EF.Parameter(own).Contains(t.CaseId)))).ToListAsync(cancellation);
        List<Guid> ids = [.. own.Union(tasks.Select(t => t.CaseId))];
        await db.ReadKeysAsync(ids, cancellation);
        var cases = await db.Set<Case>().AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id) && c.ClosedAt == null).ToDictionaryAsync(c => c.Id, cancellation);
        var deadlines = await db.Set<RunningDeadline>().AsNoTracking().Where(d => EF.Parameter(own).Contains(d.CaseId) && d.EndedAt == null && d.LastDay >= from && d.LastDay <= until).ToListAsync(cancellation);
        var inquiries = await db.Set<AgencyInquiry>().AsNoTracking()
            .Where(i => EF.Parameter(own).Contains(i.CaseId) && i.EndedAt == null && i.ExpectedOn >= from && i.ExpectedOn <= until)
            .Select(i => new { i.Id, i.CaseId, i.ExpectedOn, i.AgencyCode }).ToListAsync(cancellation);
        var asks = await db.Set<InformationRequest>().AsNoTracking()
            .Where(r => EF.Parameter(own).Contains(r.CaseId) && r.AnsweredAt == null && r.CanceledAt == null && r.DueOn >= from && r.DueOn <= until).ToListAsync(cancellation);
        // A task for a coworker may be in a case that was closed meanwhile.
        IEnumerable<CalendarEntry> Entries<T>(IEnumerable<T> rows, Func<T, Guid> caseOf, Func<T, Case, CalendarEntry> entry) =>
            rows.Where(r => cases.ContainsKey(caseOf(r))).Select(r => entry(r, cases[caseOf(r)]));
        return
        [
            .. Entries(tasks, t => t.CaseId, (t, c) => new(KindOf(t.Kind), t.On, c) { Id = t.Id, At = t.At, What = t.What })
                .Concat(Entries(deadlines, d => d.CaseId, (d, c) => new(EntryKind.Deadline, d.LastDay, c) { Id = d.Id, What = d.What }))
                .Concat(Entries(inquiries, i => i.CaseId, (i, c) => new(EntryKind.AgencyAnswer, i.ExpectedOn, c) { Id = i.Id, Agency = i.AgencyCode }))
                .Concat(Entries(asks, r => r.CaseId, (r, c) => new(EntryKind.PersonAnswer, r.DueOn, c) { Id = r.Id }))
                .Concat(cases.Values.Where(c => c.AssignedToId == of && c.UpdateDueOn >= from && c.UpdateDueOn <= until).Select(c => new CalendarEntry(EntryKind.Update, c.UpdateDueOn!.Value, c)))
                .OrderBy(e => e.On).ThenBy(e => e.At is null).ThenBy(e => e.At).ThenBy(e => e.Kind).ThenBy(e => e.Case.Reference, StringComparer.Ordinal),
        ];
    }

    private static EntryKind KindOf(TaskKind kind) => kind switch
    {
        TaskKind.Appointment => EntryKind.Appointment,
        TaskKind.Hearing => EntryKind.Hearing,
        TaskKind.CallBack or TaskKind.ChangeAsked => EntryKind.CallBack,
        _ => EntryKind.ToDo,
    };
}

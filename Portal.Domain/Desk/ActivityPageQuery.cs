using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Jobs;

namespace Portal.Domain.Desk;

/// <summary>The filters of the activity page; null means no filter.</summary>
/// <param name="Case">A case reference as typed.</param>
/// <param name="By">A staff member's id.</param>
/// <param name="Event">An event name.</param>
/// <param name="Before">Only entries older than this one.</param>
public sealed record ActivityFilter(string? Case, Guid? By, string? Event, Guid? Before);

/// <summary>One page of the activity record, newest first.</summary>
public sealed record ActivityPage
{
    /// <summary>The entries, newest first.</summary>
    public required IReadOnlyList<ActivityEntry> Entries { get; init; }

    /// <summary>Case references by case id.</summary>
    public required IReadOnlyDictionary<Guid, string> References { get; init; }

    /// <summary>The cursor for the next page; null on the last page.</summary>
    public required Guid? Older { get; init; }

    /// <summary>Whether the filter names a case that doesn't exist.</summary>
    public required bool CaseIsUnknown { get; init; }

    /// <summary>How many entries are sealed into the hash chain.</summary>
    public required long Sealed { get; init; }

    /// <summary>How many entries are not sealed yet, counted up to <see cref="CaseQueue.MostCounted"/>.</summary>
    public required int Waiting { get; init; }

    /// <summary>The state of the daily verification job; null before its first run.</summary>
    public required JobState? Verification { get; init; }
}

/// <summary>Reads the activity record and the state of its hash chain.</summary>
public sealed class ActivityPageQuery(PortalDb db, IEnumerable<RecurringJob> jobs)
{
    private const int PageRows = 50;

    /// <summary>Reads one page.</summary>
    public async Task<ActivityPage> ReadAsync(ActivityFilter filter, CancellationToken cancellation)
    {
        var caseId = await CaseIdAsync(filter.Case, cancellation);
        var rows = await Matching(filter, caseId).OrderByDescending(e => e.Id).Take(PageRows + 1).ToListAsync(cancellation);
        var shown = rows.Take(PageRows).ToList();
        var caseIds = shown.Select(e => e.CaseId).Where(id => id is not null).Distinct().ToList();
        var verification = jobs.First(j => j.Sweep == typeof(ActivityChainJob)).Name;
        return new()
        {
            Entries = shown,
            References = await db.Set<Case>().Where(c => caseIds.Contains(c.Id))
                .ToDictionaryAsync(c => c.Id, c => c.Reference, cancellation),
            Older = rows.Count > PageRows ? shown[^1].Id : null,
            CaseIsUnknown = caseId == Guid.Empty,
            Sealed = await db.Set<ActivitySeal>().OrderByDescending(s => s.Sequence)
                .Select(s => s.Sequence).FirstOrDefaultAsync(cancellation),
            Waiting = await db.Set<UnsealedActivity>().OrderBy(u => u.ActivityId)
                .Take(CaseQueue.MostCounted).CountAsync(cancellation),
            Verification = await db.Set<JobState>().AsNoTracking().SingleOrDefaultAsync(s => s.Job == verification, cancellation),
        };
    }

    // Guid.Empty, which matches no case, when the reference is unknown; null when no case was typed.
    private async Task<Guid?> CaseIdAsync(string? typed, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var reference = CaseReference.TryParse(typed, out var parsed) ? parsed.ToString() : "";
        return await db.Set<Case>().Where(c => c.Reference == reference).Select(c => c.Id).SingleOrDefaultAsync(cancellation);
    }

    private IQueryable<ActivityEntry> Matching(ActivityFilter filter, Guid? caseId)
    {
        var entries = db.Set<ActivityEntry>().AsNoTracking();
        if (caseId is not null)
            entries = entries.Where(e => e.CaseId == caseId);
        if (filter.By is { } who)
            entries = entries.Where(e => e.ActorId == who);
        if (!string.IsNullOrEmpty(filter.Event))
            entries = entries.Where(e => e.EventName == filter.Event);
        return filter.Before is { } before ? entries.Where(e => e.Id < before) : entries;
    }
}

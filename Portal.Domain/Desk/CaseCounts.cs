using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Database;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>
/// How many cases each queue view holds, counted up to <see cref="CaseQueue.MostCounted"/>. A process that has the database
/// to itself caches the counts until it saves a case, a new day begins, or a few seconds pass.
/// </summary>
public sealed class CaseCounts(PortalDb db, CaseCounts.Cache cache, Calendars calendars, TimeProvider clock)
{
    // Bounds staleness when a command-line tool writes to the same database.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private static readonly KeptQuery<DateOnly, int[]> All = new((db, today) => db.Set<Case>().Take(1).Select(_ => new[]
    {
        db.Set<Case>().Where(c => c.Status == CaseStatus.Received).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.ClosedAt == null && c.AssignedToId == null).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.UnansweredSince >= CaseQueue.LongAgo).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.UpdateDueOn <= today).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.Status == CaseStatus.WaitingOnConstituent).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.Status == CaseStatus.WithAgency).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.Status == CaseStatus.AgencyReplied).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.AnswerToConfirmSince >= CaseQueue.LongAgo).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.AnswerUntoldSince >= CaseQueue.LongAgo).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.ClosedAt == null && db.Set<AgencyInquiry>().Where(i => i.EndedAt == null && i.ExpectedOn < today).Select(i => i.CaseId).Contains(c.Id))
            .Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.ClosedAt == null && db.Set<StaffMember>().Any(s => s.Id == c.AssignedToId
            && (s.DisabledAt != null || (s.AbsentFrom <= today && (s.AbsentUntil == null || s.AbsentUntil >= today))))).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.ClosedAt == null).Take(CaseQueue.MostCounted).Count(),
        db.Set<Case>().Where(c => c.Status == CaseStatus.Closed).Take(CaseQueue.MostCounted).Count(),
    }));

    private static readonly KeptQuery<Guid, int> OfReader = new((db, reader) => db.Set<Case>().Take(1).Select(_ =>
        db.Set<Case>().Where(c => c.ClosedAt == null && c.AssignedToId == reader).Take(CaseQueue.MostCounted).Count()));

    private static readonly QueueView[] Order =
    [
        QueueView.New, QueueView.Unassigned, QueueView.Unanswered, QueueView.Overdue, QueueView.Waiting, QueueView.Agency,
        QueueView.Answered, QueueView.ToConfirm, QueueView.Untold, QueueView.AgencyLate, QueueView.Away, QueueView.Open, QueueView.Closed,
    ];

    /// <summary>Caches the counts for the whole process. They contain nothing personal.</summary>
    public sealed class Cache
    {
        internal Counting? Last { get; set; }
    }

    internal sealed record Counting(int[] Counts, long Saves, DateOnly Today, DateTimeOffset At);

    /// <summary>The counts of all views. The count of the reader's own cases is never cached.</summary>
    public async Task<IReadOnlyDictionary<QueueView, int>> ReadAsync(Guid reader, CancellationToken cancellation)
    {
        var counts = await SharedAsync(cancellation);
        var views = Order.Zip(counts).ToDictionary(p => p.First, p => p.Second);
        views[QueueView.Mine] = await OfReader.FirstAsync(db, reader, cancellation);
        return views;
    }

    private async Task<int[]> SharedAsync(CancellationToken cancellation)
    {
        var (now, saves) = (clock.GetUtcNow(), db.SavesOf<Case>());
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now.UtcDateTime);
        if (!db.IsShared && cache.Last is { } last
            && last.Saves == saves && last.Today == today && (now - last.At).Duration() < Fresh)
            return last.Counts;
        var counts = await All.FirstAsync(db, today, cancellation) ?? new int[Order.Length];
        cache.Last = new(counts, saves, today, now);
        return counts;
    }
}

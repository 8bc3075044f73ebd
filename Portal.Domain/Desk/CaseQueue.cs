using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Mail;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>
/// The list staff work from, with keyset paging. Its cost depends on how many cases are open, not how many were ever
/// closed, except for the closed view with a rare filter, which scans closed cases from the newest.
/// </summary>
public sealed class CaseQueue(PortalDb db, CaseSearch search, CaseCounts counts, Calendars calendars, TimeProvider clock)
{
    /// <summary>Rows per page.</summary>
    public const int PageSize = 50;

    /// <summary>Counting stops here; pages show "1,000+".</summary>
    public const int MostCounted = 1_001;

    private const int MostInDanger = 200;

    internal static readonly DateTime LongAgo = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The page that follows the cursor, or the first page without one.</summary>
    public async Task<CaseQueuePage> PageAsync(CaseQueueFilter filter, Guid? reader, CaseQueueCursor? after, CancellationToken cancellation)
    {
        var rows = await RowsAsync(filter, reader, after, PageSize + 1, cancellation);
        var more = rows.Count > PageSize;
        if (more)
            rows.RemoveAt(PageSize);
        return new(rows, more ? rows[^1].Place : null);
    }

    /// <summary>The reference of the case that follows the cursor; null at the end and for a search.</summary>
    public async Task<string?> NextAsync(CaseQueueFilter filter, Guid? reader, CaseQueueCursor after, CancellationToken cancellation) =>
        filter.IsSearch ? null : (await RowsAsync(filter, reader, after, 1, cancellation)).FirstOrDefault()?.Reference;

    /// <summary>The references of all cases that match, the first so many.</summary>
    public async Task<IReadOnlyList<string>> ReferencesAsync(CaseQueueFilter filter, Guid? reader, int most, CancellationToken cancellation) =>
        [.. (await RowsAsync(filter, reader, null, most, cancellation)).Select(r => r.Reference)];

    /// <summary>How many cases each view holds, counted up to <see cref="MostCounted"/>.</summary>
    public Task<IReadOnlyDictionary<QueueView, int>> CountsAsync(Guid reader, CancellationToken cancellation) =>
        counts.ReadAsync(reader, cancellation);

    /// <summary>How many cases match, counted up to <see cref="MostCounted"/>.</summary>
    public async Task<int> CountAsync(CaseQueueFilter filter, Guid? reader, CancellationToken cancellation) =>
        await Matching(filter, reader, await TodayAsync(cancellation)).Take(MostCounted).CountAsync(cancellation);

    private async Task<DateOnly> TodayAsync(CancellationToken cancellation) =>
        (await calendars.ReadAsync(cancellation)).DayOf(clock.GetUtcNow().UtcDateTime);

    private async Task<List<CaseQueueRow>> RowsAsync(
        CaseQueueFilter filter, Guid? reader, CaseQueueCursor? after, int most, CancellationToken cancellation)
    {
        var today = await TodayAsync(cancellation);
        if (filter.IsSearch)
        {
            var found = await search.FindAsync(filter.Search!, cancellation);
            return await RowsAsync(found, CaseQueueOrder.NewestFirst, null, most, today, cancellation);
        }
        // Someone in danger is on top of every list, whatever its order.
        var inDanger = await db.Set<Case>().Where(c => c.Danger != null).OrderBy(c => c.Id).Select(c => c.Id).Take(MostInDanger).ToListAsync(cancellation);
        var matching = Matching(filter, reader, today);
        if (inDanger.Count == 0 || filter.View == QueueView.Closed)
            return await OrderedAsync(matching, filter, after, most, today, cancellation);
        var isAmongFirst = after is null || inDanger.Contains(after.Id);
        var first = isAmongFirst
            ? await RowsAsync(matching.Where(c => inDanger.Contains(c.Id)), CaseQueueOrder.ByPriority, after, most, today, cancellation)
            : [];
        var rest = await OrderedAsync(
            matching.Where(c => !inDanger.Contains(c.Id)), filter, isAmongFirst ? null : after, most, today, cancellation);
        return [.. first, .. rest.Take(most - first.Count)];
    }

    private async Task<List<CaseQueueRow>> OrderedAsync(
        IQueryable<Case> matching, CaseQueueFilter filter, CaseQueueCursor? after, int most, DateOnly today, CancellationToken cancellation) =>
        filter.View switch
        {
            QueueView.Closed => await ClosedAsync(matching, filter.Priority, after, most, today, cancellation),
            QueueView.Overdue => await RowsAsync(matching, CaseQueueOrder.ByPromise, after, most, today, cancellation),
            _ => await RowsAsync(matching, CaseQueueOrder.ByPriority, after, most, today, cancellation),
        };

    // Newest first. The index orders by priority before date, so each priority is read separately and the results are merged.
    private async Task<List<CaseQueueRow>> ClosedAsync(
        IQueryable<Case> closed, Priority? only, CaseQueueCursor? after, int most, DateOnly today, CancellationToken cancellation)
    {
        var rows = new List<CaseQueueRow>();
        foreach (var priority in only is { } one ? [one] : Enum.GetValues<Priority>())
            rows.AddRange(await RowsAsync(
                closed.Where(c => c.Priority == priority), CaseQueueOrder.NewestFirst, after, most, today, cancellation));
        return [.. rows.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id.ToString("N"), StringComparer.Ordinal).Take(most)];
    }

    // Picks the page from an index alone, then reads only that page's cases with what each is waiting for.
    private async Task<List<CaseQueueRow>> RowsAsync(
        IQueryable<Case> matching, Func<IQueryable<Case>, CaseQueueCursor?, IQueryable<Case>> order, CaseQueueCursor? after,
        int most, DateOnly today, CancellationToken cancellation)
    {
        var page = order(matching, after).Select(c => c.Id).Take(most);
        var rows = await order(db.Set<Case>().AsNoTracking().Where(c => page.Contains(c.Id)), null).Select(c => new CaseQueueRow(
            c.Id, c.Reference, c.PersonName, c.Status, c.Priority)
        {
            TopicCode = c.TopicCode,
            AgencyCode = c.AgencyCode,
            Language = c.Language,
            SpokenLanguage = c.SpokenLanguage,
            Residency = c.Residency,
            AssignedToId = c.AssignedToId,
            ReceivedAt = c.ReceivedAt,
            PromisedOn = c.PromisedOn,
            UpdateDueOn = c.UpdateDueOn,
            UnansweredSince = c.UnansweredSince,
            AnswerUntoldSince = c.AnswerUntoldSince,
            AnswerToConfirmSince = c.AnswerToConfirmSince,
            Danger = c.Danger,
            ReviewReason = c.ReviewReason,
            MailUndelivered = c.ClosedAt == null && db.Set<OutgoingMail>().Any(m => m.CaseId == c.Id && m.FailedAt != null && !db.Set<OutgoingMail>()
                .Any(later => later.CaseId == c.Id && later.RecipientIndex == m.RecipientIndex && later.SentAt > m.FailedAt)),
            Unsigned = c.ClosedAt == null
                && db.Set<PrivacyRelease>().Any(r => r.CaseId == c.Id && r.Status == ReleaseStatus.Requested),
            ToCheck = c.ClosedAt == null
                && db.Set<PrivacyRelease>().Any(r => r.CaseId == c.Id && r.Status == ReleaseStatus.Checking),
            AskedFor = db.Set<InformationRequest>()
                .Where(r => c.ClosedAt == null && r.CaseId == c.Id && r.AnsweredAt == null && r.CanceledAt == null)
                .Min(r => (DateOnly?)r.DueOn),
            AgencyLateSince = db.Set<AgencyInquiry>()
                .Where(i => c.ClosedAt == null && i.CaseId == c.Id && i.EndedAt == null && i.ExpectedOn < today)
                .Min(i => (DateOnly?)i.ExpectedOn),
            FollowUpMissed = c.ClosedAt == null && db.Set<AgencyInquiry>().Any(i =>
                i.CaseId == c.Id && i.EndedAt == null && i.FollowUpsDue > i.FollowUpsSent + (i.FollowUpDueSince == null ? 0 : 1)),
            Escalated = c.ClosedAt == null && db.Set<AgencyInquiry>()
                .Any(i => i.CaseId == c.Id && i.EndedAt == null && i.ExpectedOn < today && i.EscalatedAt != null),
        }).ToListAsync(cancellation);
        await db.ReadKeysAsync(rows.Select(r => r.Id), cancellation);
        foreach (var row in rows)
            db.Open<Case>(row.Id, (nameof(Case.PersonName), row.Person), (nameof(Case.SpokenLanguage), row.SpokenLanguage));
        return rows;
    }

    // The people are few, and open cases have an index by who holds them.
    private IQueryable<Case> HeldByAway(DateOnly today) => Open(db.Set<Case>().AsNoTracking()).Where(c => db.Set<StaffMember>().Any(s =>
        s.Id == c.AssignedToId && (s.DisabledAt != null || (s.AbsentFrom <= today && (s.AbsentUntil == null || s.AbsentUntil >= today)))));

    // The open inquiries are few, and have an index by the day their answer is due.
    private IQueryable<Case> WithLateAgency(DateOnly today) => Open(db.Set<Case>().AsNoTracking())
        .Where(c => db.Set<AgencyInquiry>().Where(i => i.EndedAt == null && i.ExpectedOn < today).Select(i => i.CaseId).Contains(c.Id));

    private IQueryable<Case> Matching(CaseQueueFilter filter, Guid? reader, DateOnly today)
    {
        var cases = filter.View == QueueView.Away ? HeldByAway(today) : filter.View == QueueView.AgencyLate ? WithLateAgency(today) : InView(db.Set<Case>().AsNoTracking(), filter.View, reader, today);
        if (filter.Priority is { } priority)
            cases = cases.Where(c => c.Priority == priority);
        if (filter.Agency is { Length: > 0 } agency)
            cases = cases.Where(c => c.AgencyCode == agency);
        if (filter.Topic is { Length: > 0 } topic)
            cases = cases.Where(c => c.TopicCode == topic);
        if (filter.Tag is { } tag)
            cases = cases.Where(c => db.Set<CaseTag>().Any(t => t.CaseId == c.Id && t.TagId == tag));
        if (filter.Language is { Length: > 0 } language)
            cases = cases.Where(c => c.Language == language);
        if (filter.Residency is { } residency)
            cases = cases.Where(c => c.Residency == residency);
        if (filter.Nobody)
            cases = cases.Where(c => c.AssignedToId == null);
        else if (filter.AssignedTo is { } who)
            cases = cases.Where(c => c.AssignedToId == who);
        return cases;
    }

    private static IQueryable<Case> InView(IQueryable<Case> cases, QueueView view, Guid? reader, DateOnly today) => view switch
    {
        QueueView.New => cases.Where(c => c.Status == CaseStatus.Received),
        QueueView.Mine => Open(cases).Where(c => c.AssignedToId == reader),
        QueueView.Unassigned => Open(cases).Where(c => c.AssignedToId == null),
        // A range instead of "is not null" so SQLite uses the index.
        QueueView.Unanswered => cases.Where(c => c.UnansweredSince >= LongAgo),
        QueueView.Overdue => cases.Where(c => c.UpdateDueOn <= today),
        QueueView.Waiting => cases.Where(c => c.Status == CaseStatus.WaitingOnConstituent),
        QueueView.Agency => cases.Where(c => c.Status == CaseStatus.WithAgency),
        QueueView.Answered => cases.Where(c => c.Status == CaseStatus.AgencyReplied),
        QueueView.ToConfirm => cases.Where(c => c.AnswerToConfirmSince >= LongAgo),
        QueueView.Untold => cases.Where(c => c.AnswerUntoldSince >= LongAgo),
        QueueView.Closed => cases.Where(c => c.Status == CaseStatus.Closed),
        _ => Open(cases),
    };

    // Must match the filter of the indexes on open cases.
    private static IQueryable<Case> Open(IQueryable<Case> cases) => cases.Where(c => c.ClosedAt == null);
}

using Portal.Domain.Cases;

namespace Portal.Domain.Desk;

/// <summary>The three sort orders of the queue, each able to continue after a cursor.</summary>
internal static class CaseQueueOrder
{
    /// <summary>Most urgent first, then oldest.</summary>
    public static IQueryable<Case> ByPriority(IQueryable<Case> cases, CaseQueueCursor? after)
    {
        if (after is not null)
        {
            var (priority, received, _, id) = after;
            // Priorities are stored as strings, so "less urgent" has to be a list.
            var lessUrgent = Enum.GetValues<Priority>().Where(p => p > priority).ToArray();
            cases = cases.Where(c => lessUrgent.Contains(c.Priority)
                || (c.Priority == priority && (c.ReceivedAt > received || (c.ReceivedAt == received && c.Id.CompareTo(id) > 0))));
        }

        return cases.OrderBy(c => c.Priority).ThenBy(c => c.ReceivedAt).ThenBy(c => c.Id);
    }

    /// <summary>Longest overdue update first.</summary>
    public static IQueryable<Case> ByPromise(IQueryable<Case> cases, CaseQueueCursor? after)
    {
        if (after is { UpdateDueOn: { } due, Id: var id })
            cases = cases.Where(c => c.UpdateDueOn > due || (c.UpdateDueOn == due && c.Id.CompareTo(id) > 0));
        return cases.OrderBy(c => c.UpdateDueOn).ThenBy(c => c.Id);
    }

    /// <summary>Newest first.</summary>
    public static IQueryable<Case> NewestFirst(IQueryable<Case> cases, CaseQueueCursor? after)
    {
        if (after is not null)
        {
            var (_, received, _, id) = after;
            cases = cases.Where(c => c.ReceivedAt < received || (c.ReceivedAt == received && c.Id.CompareTo(id) < 0));
        }

        return cases.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id);
    }
}

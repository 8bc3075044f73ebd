using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bulk;
using Portal.Domain.Cases;

namespace Portal.Domain.Desk;

/// <summary>A case to assign, as the form saw it.</summary>
/// <param name="From">Who it's assigned to now; null when unassigned.</param>
public sealed record CaseToAssign(Guid Id, string Reference, int Version, Priority Priority, Guid? From);

/// <summary>Reads the cases selected in the queue.</summary>
public sealed class AssignCasesQuery(PortalDb db)
{
    /// <summary>The cases with these references, most urgent first; as many as can be done at once.</summary>
    public async Task<IReadOnlyList<CaseToAssign>> ReadAsync(IEnumerable<string> references, CancellationToken cancellation)
    {
        var wanted = references.Take(PlanBulk.Most).ToList();
        return await db.Set<Case>().AsNoTracking().Where(c => wanted.Contains(c.Reference)).OrderBy(c => c.Priority).ThenBy(c => c.ReceivedAt)
            .Select(c => new CaseToAssign(c.Id, c.Reference, c.Version, c.Priority, c.AssignedToId)).ToListAsync(cancellation);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Domain.Tasks;

namespace Portal.Domain.Desk;

/// <summary>Reads the tasks of a case. Never writes.</summary>
public sealed class TasksQuery(PortalDb db)
{
    private const int MostEnded = 20;

    /// <summary>The open ones by day, then the last ones that ended.</summary>
    public async Task<IReadOnlyList<CaseTask>> OfCaseAsync(Guid caseId, CancellationToken cancellation)
    {
        var tasks = db.Set<CaseTask>().AsNoTracking().Where(t => t.CaseId == caseId);
        var open = await tasks.Where(t => t.EndedAt == null).OrderBy(t => t.On).ThenBy(t => t.At).ThenBy(t => t.Id).ToListAsync(cancellation);
        var ended = await tasks.Where(t => t.EndedAt != null).OrderByDescending(t => t.EndedAt).Take(MostEnded).ToListAsync(cancellation);
        return [.. open, .. ended];
    }
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Routing;

/// <summary>The routing rules, for the pages that show and change them.</summary>
public sealed class RoutingRules(PortalDb db)
{
    /// <summary>All of them, in the order in which they narrow down who gets a case.</summary>
    public async Task<IReadOnlyList<RoutingRule>> AllAsync(CancellationToken cancellation) =>
        [.. (await db.Set<RoutingRule>().AsNoTracking().ToListAsync(cancellation)).OrderBy(r => r.Aspect).ThenBy(r => r.Position).ThenBy(r => r.Id)];

    /// <summary>One of them; null when there is none.</summary>
    public Task<RoutingRule?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<RoutingRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
}

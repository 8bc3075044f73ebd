using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Routing;

/// <summary>Reads the routing rules for the pages that show and change them.</summary>
public sealed class RoutingRules(PortalDb db)
{
    /// <summary>All rules, in the order they are applied.</summary>
    public async Task<IReadOnlyList<RoutingRule>> AllAsync(CancellationToken cancellation) =>
        [.. (await db.Set<RoutingRule>().AsNoTracking().ToListAsync(cancellation))
            .OrderBy(r => r.Aspect).ThenBy(r => r.Position).ThenBy(r => r.Id)];

    /// <summary>One rule; null when there is none with this id.</summary>
    public Task<RoutingRule?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<RoutingRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Routing;

/// <summary>The rules a new office starts with, in the order of casework.md "Triage" [G].</summary>
public sealed class RoutingSeed(PortalDb db, TimeProvider clock)
{
    /// <summary>Adds the rules when there are none; does not save.</summary>
    public async Task AddMissingAsync(CancellationToken cancellation)
    {
        if (await db.Set<RoutingRule>().AnyAsync(cancellation))
            return;
        (string Name, RoutingAspect Aspect)[] rules =
        [
            ("Emergencies go to managers", RoutingAspect.Emergency),
            ("Same caseworker for a person's open cases", RoutingAspect.SamePerson),
            ("Speaks the person's language", RoutingAspect.Language),
            ("Knows the agency or topic", RoutingAspect.Topic),
            ("Fewest open cases", RoutingAspect.Load),
            ("Nearest office", RoutingAspect.Location),
        ];
        db.AddRange(rules.Select((r, position) => new RoutingRule
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = r.Name,
            Aspect = r.Aspect,
            // Leaves room for an office's own rules before and between these.
            Position = (position + 1) * 100,
            Enabled = true,
        }));
    }
}

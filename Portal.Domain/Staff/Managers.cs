using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Staff;

/// <summary>
/// Who to notify when no one else can act: the casework managers who aren't away; if all are away, all of them; if there are
/// none, the administrators.
/// </summary>
public sealed class Managers(PortalDb db)
{
    /// <summary>The email address of the caseworker; those of the managers if the case has none, or the caseworker is away or gone.</summary>
    public async Task<IReadOnlyList<string>> EmailsForAsync(Guid? caseworkerId, DateOnly today, CancellationToken cancellation) =>
        await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == caseworkerId && s.DisabledAt == null, cancellation) is { } caseworker
        && !caseworker.IsAbsent(today)
            ? [caseworker.Email!]
            : await EmailsAsync(today, cancellation);

    /// <summary>Their email addresses.</summary>
    public async Task<IReadOnlyList<string>> EmailsAsync(DateOnly today, CancellationToken cancellation)
    {
        var people = await db.Set<StaffMember>().AsNoTracking()
            .Where(s => s.DisabledAt == null && (s.Role == StaffRole.CaseworkManager || s.Role == StaffRole.Administrator))
            .ToListAsync(cancellation);
        var managers = people.Where(s => s.Role == StaffRole.CaseworkManager).ToList();
        var present = managers.Where(s => !s.IsAbsent(today)).ToList();
        var notified = present.Count > 0 ? present : managers.Count > 0 ? managers : people;
        return [.. notified.Select(s => s.Email!).Order(StringComparer.Ordinal)];
    }
}

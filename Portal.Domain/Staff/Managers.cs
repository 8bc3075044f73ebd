using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Access;

namespace Portal.Domain.Staff;

/// <summary>Who is told when nobody else can act: the casework managers; when all are away, all of them; without any, the administrators.</summary>
public sealed class Managers(PortalDb db)
{
    /// <summary>Their addresses.</summary>
    public async Task<IReadOnlyList<string>> EmailsAsync(DateOnly today, CancellationToken cancellation)
    {
        var people = await db.Set<StaffMember>().AsNoTracking()
            .Where(s => s.DisabledAt == null && (s.Role == StaffRole.CaseworkManager || s.Role == StaffRole.Administrator)).ToListAsync(cancellation);
        var leading = people.Where(s => s.Role == StaffRole.CaseworkManager).ToList();
        var there = leading.Where(s => !s.IsAbsent(today)).ToList();
        return [.. (there.Count > 0 ? there : leading.Count > 0 ? leading : people).Select(s => s.Email!).Order(StringComparer.Ordinal)];
    }
}

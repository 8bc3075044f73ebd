using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A member of staff and what can be chosen about them.</summary>
/// <param name="IsEnrolled">Whether the person can sign in.</param>
/// <param name="Cities">Where the office has places.</param>
public sealed record StaffPage(StaffMember Member, bool IsEnrolled, IReadOnlyList<string> Cities);

/// <summary>Reads a member of staff for the page that changes them.</summary>
public sealed class StaffPageQuery(PortalDb db, OfficePractice practice)
{
    /// <summary>The person; null when there is none.</summary>
    public async Task<StaffPage?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } member)
            return null;
        var isEnrolled = member is { PasswordHash: not null, TwoFactorEnabled: true } || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == id, cancellation);
        var office = await practice.OfficeAsync(cancellation);
        return new(member, isEnrolled, [.. (office?.Locations ?? []).Select(l => l.City).Distinct().Order()]);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>A staff member and the choices their page offers.</summary>
/// <param name="IsEnrolled">Whether they can sign in.</param>
/// <param name="OpenCases">How many open cases they hold.</param>
/// <param name="Takers">Coworkers who can take over their cases.</param>
/// <param name="Cities">The cities where the office has locations.</param>
public sealed record StaffPage(StaffMember Member, bool IsEnrolled, int OpenCases, IReadOnlyList<Colleague> Takers, IReadOnlyList<string> Cities);

/// <summary>Reads a staff member for their edit page.</summary>
public sealed class StaffPageQuery(PortalDb db, OfficePractice practice, StaffDirectory staff)
{
    /// <summary>The staff member; null when there is none.</summary>
    public async Task<StaffPage?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } member)
            return null;
        var isEnrolled = member is { PasswordHash: not null, TwoFactorEnabled: true }
            || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == id, cancellation);
        var office = await practice.OfficeAsync(cancellation);
        var open = await db.Set<Case>().CountAsync(c => c.AssignedToId == id && c.ClosedAt == null, cancellation);
        var takers = (await staff.ReadAsync(cancellation)).Where(c => c.Id != id && c.MayBeGivenCases).ToList();
        return new(member, isEnrolled, open, takers, [.. (office?.Locations ?? []).Select(l => l.City).Distinct().Order()]);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>What every enrollment does: it uses the link up and takes every earlier way of signing in away.</summary>
internal static class Enrollment
{
    /// <param name="with">How the person will sign in.</param>
    public static async Task StartAnewAsync(this PortalDb db, Act act, StaffMember member, string with, CancellationToken cancellation)
    {
        // The stamp is the concurrency token of the row: of two posts with the same link one fails.
        (member.SecurityStamp, member.ConcurrencyStamp) = (SecretCode.NewToken(), SecretCode.NewToken());
        (member.EnrollmentTokenHash, member.EnrollmentExpiresAt, member.AccessFailedCount, member.LockoutEnd) = (null, null, 0, null);
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == member.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        db.Record(act, null, new StaffEnrolled(member.Id, with));
    }
}

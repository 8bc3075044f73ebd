using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Shared by every enrollment: uses up the link and removes every earlier way to sign in.</summary>
internal static class Enrollment
{
    /// <param name="with">How the person will sign in from now on.</param>
    public static async Task StartAnewAsync(this PortalDb db, Act act, StaffMember member, string with, CancellationToken cancellation)
    {
        // The stamp is the row's concurrency token, so if the same link is posted twice, one post fails.
        (member.SecurityStamp, member.ConcurrencyStamp) = (SecretCode.NewToken(), SecretCode.NewToken());
        (member.EnrollmentTokenHash, member.EnrollmentExpiresAt) = (null, null);
        db.RemoveRange(await db.Set<SignInTry>().Where(t => t.StaffId == member.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == member.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        db.Record(act, null, new StaffEnrolled(member.Id, with));
    }
}

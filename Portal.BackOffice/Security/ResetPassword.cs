using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Sets a new password through a one-time link. The link alone isn't enough: the second factor stays and is required
/// (ASVS 6.4.3).
/// </summary>
public sealed class ResetPassword(PortalDb db, UserManager<StaffMember> users, SecondFactor factor, SignInTries tries, StaffSession session, TimeProvider clock)
{
    /// <summary>The new password, and an authenticator or recovery code.</summary>
    public sealed record Command(StaffMember Member, string Password, string? Code);

    /// <summary>Sets the password, ends every session, and opens one.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, CancellationToken cancellation)
    {
        var member = command.Member;
        var refusal = new Outcome.Refused(
            "That code didn't work. Wait for the next one in your app and try again. After five failed attempts, you'll have to wait 15 minutes.");
        if (!await tries.TakeLinkAsync(member, cancellation)
            || !(await factor.UseCodeAsync(member, command.Code, cancellation) || await factor.UseRecoveryCodeAsync(member, command.Code, cancellation)))
            return refusal;
        (member.PasswordHash, member.SecurityStamp) = (users.PasswordHasher.HashPassword(member, command.Password), SecretCode.NewToken());
        (member.EnrollmentTokenHash, member.EnrollmentExpiresAt) = (null, null);
        db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        var saved = await db.CommitSignInAsync(
            new(this, StaffSession.ActorFor(member), clock.GetUtcNow().UtcDateTime), member, "password reset", cancellation);
        if (!saved.Succeeded)
            return refusal;
        await tries.ForgetAsync(member.Id, cancellation);
        await session.OpenAsync(member, SignInProof.SecondFactor);
        return Outcome.Done;
    }
}

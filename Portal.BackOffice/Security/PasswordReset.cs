using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Somebody chooses a new password by a one-time link. The link alone opens nothing: the second factor stays and is asked
/// for (ASVS 6.4.3). Looking at the link consumes nothing.
/// </summary>
public sealed class PasswordReset(PortalDb db, UserManager<StaffMember> users, StaffStore store, SignInTries tries, SecretCode secrets, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whose link it is; null when it was used, is too old or is another kind of link.</summary>
    public async Task<StaffMember?> FindAsync(string token, CancellationToken cancellation)
    {
        var hash = secrets.Hash(AddStaff.EnrollmentPurpose, "", token);
        var member = await db.Set<StaffMember>().SingleOrDefaultAsync(
            s => s.EnrollmentTokenHash == hash && s.LinkOpens == SignInLink.NewPassword && s.DisabledAt == null, cancellation);
        return member?.EnrollmentExpiresAt > Now ? member : null;
    }

    /// <summary>Sets the password when the code of the app, or a recovery code, is right; ends every session.</summary>
    public async Task<bool> FinishAsync(StaffMember member, string password, string? code, CancellationToken cancellation)
    {
        if (!await tries.TakeAsync(member.Id, cancellation) || !await RedeemAsync(member, code, cancellation))
            return false;
        (member.PasswordHash, member.SecurityStamp) = (users.PasswordHasher.HashPassword(member, password), SecretCode.NewToken());
        (member.EnrollmentTokenHash, member.EnrollmentExpiresAt) = (null, null);
        // The stamp is the concurrency token of the row: of two posts with the same link one fails.
        member.ConcurrencyStamp = SecretCode.NewToken();
        db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        db.Record(this, Now, StaffSignIn.Itself(member), null, new SignInChanged(member.Id, "password reset"));
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return false;
        await tries.ForgetAsync(member.Id, cancellation);
        return true;
    }

    private async Task<bool> RedeemAsync(StaffMember member, string? code, CancellationToken cancellation)
    {
        if (await store.GetAuthenticatorKeyAsync(member, cancellation) is { } key && Totp.Match(key, code, Now) is { } step
            && step > await store.LastStepAsync(member, cancellation))
        {
            await store.SetLastStepAsync(member, step, cancellation);
            return true;
        }

        return await store.RedeemCodeAsync(member, code ?? "", cancellation);
    }
}

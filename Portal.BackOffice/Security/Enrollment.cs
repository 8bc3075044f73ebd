using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Sets up how somebody signs in, by a one-time link: for the first time, or anew when the second factor is lost.
/// Looking at the link consumes nothing; finishing does, once, and takes every earlier way of signing in away.
/// </summary>
public sealed class Enrollment(PortalDb db, UserManager<StaffMember> users, StaffStore store, SecretCode secrets, SystemCipher cipher, TimeProvider clock)
{
    private static readonly TimeSpan PlanLives = TimeSpan.FromMinutes(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whose link it is; null when it was used, is too old or nobody's.</summary>
    public async Task<StaffMember?> FindAsync(string token, CancellationToken cancellation)
    {
        var hash = secrets.Hash(AddStaff.EnrollmentPurpose, "", token);
        var member = await db.Set<StaffMember>().SingleOrDefaultAsync(s => s.EnrollmentTokenHash == hash && s.LinkOpens != SignInLink.NewPassword && s.DisabledAt == null, cancellation);
        return member?.EnrollmentExpiresAt > Now ? member : null;
    }

    /// <summary>A plan with this password and a new key for the authenticator app.</summary>
    public EnrollmentPlan Begin(StaffMember member, string password) =>
        new(member.Id, users.PasswordHasher.HashPassword(member, password), Totp.NewKey(), Now + PlanLives);

    /// <summary>The plan as the form carries it.</summary>
    public string Seal(EnrollmentPlan plan) => plan.Seal(cipher);

    /// <summary>The plan the form carried; null when it is not this person's or too old.</summary>
    public EnrollmentPlan? Open(StaffMember member, string? plan) =>
        EnrollmentPlan.Open(plan, cipher) is { } opened && opened.StaffId == member.Id && opened.Until > Now ? opened : null;

    /// <summary>Finishes with a password and the first code of the app; the recovery codes, or null when the code is wrong or the link was used meanwhile.</summary>
    public async Task<IReadOnlyList<string>?> FinishAsync(StaffMember member, EnrollmentPlan plan, string? code, CancellationToken cancellation)
    {
        if (Totp.Match(plan.Key, code, Now) is not { } step)
            return null;
        await StartAnewAsync(member, "password and code", cancellation);
        (member.PasswordHash, member.TwoFactorEnabled) = (plan.PasswordHash, true);
        var codes = RecoveryCodes.New();
        await store.SetAuthenticatorKeyAsync(member, plan.Key, cancellation);
        await store.SetLastStepAsync(member, step, cancellation);
        await store.ReplaceCodesAsync(member, codes, cancellation);
        return (await db.CommitAsync(cancellation)).Succeeded ? codes : null;
    }

    /// <summary>Finishes with a passkey alone; false when the link was used meanwhile.</summary>
    public async Task<bool> FinishAsync(StaffMember member, UserPasskeyInfo passkey, CancellationToken cancellation)
    {
        await StartAnewAsync(member, "passkey", cancellation);
        (member.PasswordHash, member.TwoFactorEnabled) = (null, false);
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == member.Id).ToListAsync(cancellation));
        await store.AddLaterAsync(member, passkey, cancellation);
        return (await db.CommitAsync(cancellation)).Succeeded;
    }

    private async Task StartAnewAsync(StaffMember member, string with, CancellationToken cancellation)
    {
        // The stamp is the concurrency token of the row: of two posts with the same link one fails.
        (member.SecurityStamp, member.ConcurrencyStamp) = (SecretCode.NewToken(), SecretCode.NewToken());
        (member.EnrollmentTokenHash, member.EnrollmentExpiresAt, member.AccessFailedCount, member.LockoutEnd) = (null, null, 0, null);
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == member.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        db.Record(this, Now, StaffSignIn.Itself(member), null, new StaffEnrolled(member.Id, with));
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Sets up a staff member's sign-in through a one-time link, with only a passkey.</summary>
public sealed class EnrollWithPasskey(PortalDb db, StaffStore store, SignInManager<StaffMember> identity, StaffSession session, TimeProvider clock)
{
    /// <summary>Enrolls with the device's response and opens the session.</summary>
    public async Task<Outcome> ExecuteAsync(StaffMember member, string? answer, CancellationToken cancellation)
    {
        var refusal = new Outcome.Refused("We couldn't create a passkey. Try again, or choose a password.");
        var made = answer is null ? null : await identity.PerformPasskeyAttestationAsync(answer);
        if (made is not { Succeeded: true } || made.UserEntity.Id != member.Id.ToString())
            return refusal;
        await db.StartAnewAsync(new(this, StaffSession.ActorFor(member), clock.GetUtcNow().UtcDateTime), member, "passkey", cancellation);
        (member.PasswordHash, member.TwoFactorEnabled) = (null, false);
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == member.Id).ToListAsync(cancellation));
        await store.AddLaterAsync(member, made.Passkey, cancellation);
        // The link was used in the meantime.
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return refusal;
        await session.OpenAsync(member, SignInProof.Passkey);
        return Outcome.Done;
    }
}

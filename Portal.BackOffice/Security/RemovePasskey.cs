using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Removes one of a staff member's passkeys, unless it's the only way left to sign in. Pages require a recent sign-in
/// first.
/// </summary>
public sealed class RemovePasskey(PortalDb db, TimeProvider clock)
{
    /// <summary>Removes it. It's not an error if the passkey is already gone.</summary>
    public async Task<Outcome> ExecuteAsync(byte[] credentialId, Actor actor, CancellationToken cancellation)
    {
        var member = await db.Set<StaffMember>().SingleAsync(s => s.Id == actor.Id, cancellation);
        var own = await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == member.Id).ToListAsync(cancellation);
        if (own.Find(p => p.CredentialId.AsSpan().SequenceEqual(credentialId)) is not { } gone)
            return Outcome.Done;
        if (own.Count == 1 && !member.TwoFactorEnabled)
            return new Outcome.Refused("This passkey is your only way to sign in. Add another one first.");
        db.Remove(gone);
        return await db.CommitSignInAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), member, "passkey removed", cancellation);
    }
}

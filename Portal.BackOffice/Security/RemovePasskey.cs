using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>A member of staff takes one of their passkeys away, unless it is the only way left to sign in. Pages ask for a recent sign-in first.</summary>
public sealed class RemovePasskey(PortalDb db, TimeProvider clock)
{
    /// <summary>Removes it; one that is gone already is no error.</summary>
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

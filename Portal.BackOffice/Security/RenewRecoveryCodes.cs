using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Replaces a staff member's recovery codes; the old ones stop working. Pages require a recent sign-in first.</summary>
public sealed class RenewRecoveryCodes(PortalDb db, StaffStore store, TimeProvider clock)
{
    /// <summary>The codes, shown once.</summary>
    public sealed record Renewed(IReadOnlyList<string> Codes) : Outcome.Success;

    /// <summary>Creates the codes. Someone who signs in only with passkeys has none.</summary>
    public async Task<Outcome> ExecuteAsync(Actor actor, CancellationToken cancellation)
    {
        var member = await db.Set<StaffMember>().SingleAsync(s => s.Id == actor.Id, cancellation);
        if (!member.TwoFactorEnabled)
            return new Outcome.NotFound();
        var codes = RecoveryCodes.New();
        await store.ReplaceCodesAsync(member, codes, cancellation);
        var outcome = await db.CommitSignInAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), member, "recovery codes", cancellation);
        return outcome.Succeeded ? new Renewed(codes) : outcome;
    }
}

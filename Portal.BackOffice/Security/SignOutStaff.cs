using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Signs out a staff member.</summary>
public sealed class SignOutStaff(PortalDb db, StaffSession session, TimeProvider clock)
{
    /// <summary>Ends the session here and on the server.</summary>
    public async Task<Outcome> ExecuteAsync(Actor actor, CancellationToken cancellation)
    {
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new StaffSignedOut(actor.Id!.Value));
        var outcome = await db.CommitAsync(cancellation);
        await session.EndAsync();
        return outcome;
    }
}

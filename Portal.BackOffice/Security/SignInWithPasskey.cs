using Microsoft.AspNetCore.Identity;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Signs in with a passkey; the device's response says who it is.</summary>
public sealed class SignInWithPasskey(PortalDb db, StaffStore store, SignInManager<StaffMember> identity, StaffSession session, TimeProvider clock)
{
    /// <summary>Checks the response and opens the session.</summary>
    public async Task<Outcome> ExecuteAsync(string? answer, CancellationToken cancellation)
    {
        var refusal = new Outcome.Refused("That passkey didn't work. Try again, or use your password.");
        if (answer is null || await identity.PerformPasskeyAssertionAsync(answer) is not { Succeeded: true, User: { DisabledAt: null } member } result)
            return refusal;
        await store.AddLaterAsync(member, result.Passkey, cancellation);
        db.Record(this, clock.GetUtcNow().UtcDateTime, StaffSession.ActorFor(member), null, new StaffSignedIn(member.Id, "passkey"));
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return refusal;
        await session.OpenAsync(member, SignInProof.Passkey);
        return Outcome.Done;
    }
}

using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>A staff member's sign-in was changed.</summary>
public sealed record SignInChanged(Guid StaffId, string What) : IEvent;

/// <summary>Saves changes to a staff member's sign-in.</summary>
internal static class SignInChanges
{
    public static Task<Outcome> CommitSignInAsync(this PortalDb db, Act act, StaffMember member, string what, CancellationToken cancellation)
    {
        // The stamp is the row's concurrency token, so of two simultaneous changes, one fails.
        member.ConcurrencyStamp = SecretCode.NewToken();
        db.Record(act, null, new SignInChanged(member.Id, what));
        return db.CommitAsync(cancellation);
    }
}

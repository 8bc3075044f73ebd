using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Somebody changed how they sign in.</summary>
public sealed record SignInChanged(Guid StaffId, string What) : IEvent;

/// <summary>Saves how somebody signs in.</summary>
internal static class SignInChanges
{
    public static Task<Outcome> CommitSignInAsync(this PortalDb db, Act act, StaffMember member, string what, CancellationToken cancellation)
    {
        // The stamp is the concurrency token of the row: of two changes at once one fails.
        member.ConcurrencyStamp = SecretCode.NewToken();
        db.Record(act, null, new SignInChanged(member.Id, what));
        return db.CommitAsync(cancellation);
    }
}

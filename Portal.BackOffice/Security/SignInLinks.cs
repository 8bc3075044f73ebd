using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Finds the owner of a one-time link. Doesn't use up the link, because email programs open links too.</summary>
public sealed class SignInLinks(PortalDb db, SecretCode secrets, TimeProvider clock)
{
    /// <summary>A link for setting up the sign-in; null if it was used, expired, or is a different kind of link.</summary>
    public Task<StaffMember?> FindEnrollmentAsync(string token, CancellationToken cancellation) =>
        FindAsync(token, s => s.LinkOpens != SignInLink.NewPassword, cancellation);

    /// <summary>A link for choosing a new password; null if it was used, expired, or is a different kind of link.</summary>
    public Task<StaffMember?> FindPasswordResetAsync(string token, CancellationToken cancellation) =>
        FindAsync(token, s => s.LinkOpens == SignInLink.NewPassword, cancellation);

    private async Task<StaffMember?> FindAsync(string token, Expression<Func<StaffMember, bool>> opens, CancellationToken cancellation)
    {
        var hash = secrets.Hash(AddStaff.EnrollmentPurpose, "", token);
        var member = await db.Set<StaffMember>().Where(s => s.EnrollmentTokenHash == hash && s.DisabledAt == null).SingleOrDefaultAsync(opens, cancellation);
        return member?.EnrollmentExpiresAt > clock.GetUtcNow().UtcDateTime ? member : null;
    }
}

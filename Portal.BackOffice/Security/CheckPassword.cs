using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>First step of signing in. Always computes one hash, so known and unknown addresses take equally long.</summary>
public sealed class CheckPassword(PortalDb db, UserManager<StaffMember> users, SignInTries tries, StaffSession session)
{
    // Hash of a password no one has, with the same number of iterations.
    private static string? _decoyHash;

    /// <summary>Checks the password. If it's correct, the second step follows.</summary>
    public async Task<Outcome> ExecuteAsync(string email, string password, CancellationToken cancellation)
    {
        var normalized = users.NormalizeEmail(email.Trim());
        var member = await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.NormalizedEmail == normalized, cancellation);
        var hasTriesLeft = await tries.TakePasswordAsync(member, cancellation);
        _decoyHash ??= users.PasswordHasher.HashPassword(new StaffMember(), Totp.NewKey());
        var verdict = users.PasswordHasher.VerifyHashedPassword(member ?? new StaffMember(), member?.PasswordHash ?? _decoyHash, password);
        if (member is not { PasswordHash: not null, TwoFactorEnabled: true } || !hasTriesLeft || verdict == PasswordVerificationResult.Failed)
            return new Outcome.Refused("The email address or password isn't right. After five failed attempts from here, wait 15 minutes or use a passkey.");
        await tries.ForgetPasswordAsync(member, cancellation);
        await session.RememberPasswordAsync(member);
        return Outcome.Done;
    }
}

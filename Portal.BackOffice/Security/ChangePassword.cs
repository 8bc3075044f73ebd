using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Changes a staff member's own password, which ends all their sessions. Pages require a recent sign-in first.</summary>
public sealed class ChangePassword(PortalDb db, UserManager<StaffMember> users, PasswordRules rules, SignInTries tries, TimeProvider clock)
{
    /// <summary>The current password and the new one.</summary>
    public sealed record Command(string? Current, string? Wanted);

    /// <summary>The current password was wrong.</summary>
    public sealed record WrongPassword : Outcome;

    /// <summary>Changes the password.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var member = await db.Set<StaffMember>().SingleAsync(s => s.Id == actor.Id, cancellation);
        if (!await tries.TakeCodeAsync(member, cancellation))
            return new Outcome.Refused("Too many failed tries. Wait 15 minutes and try again.");
        if (member.PasswordHash is null
            || users.PasswordHasher.VerifyHashedPassword(member, member.PasswordHash, command.Current ?? "") == PasswordVerificationResult.Failed)
            return new WrongPassword();
        if (rules.Refusal(member, command.Wanted) is { } sentence)
            return new Outcome.Refused(sentence);
        (member.PasswordHash, member.SecurityStamp) = (users.PasswordHasher.HashPassword(member, command.Wanted!), SecretCode.NewToken());
        db.RemoveRange(await db.Set<SignInTry>().Where(t => t.StaffId == member.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        return await db.CommitSignInAsync(new(this, actor, clock.GetUtcNow().UtcDateTime), member, "password", cancellation);
    }
}

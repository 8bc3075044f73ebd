using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Second step of signing in, after the password: an authenticator code or a recovery code.</summary>
public sealed class SignInWithCode(PortalDb db, SecondFactor factor, SignInTries tries, StaffSession session, TimeProvider clock)
{
    /// <summary>A code, as typed.</summary>
    public sealed record Command(string? Code, bool IsRecoveryCode);

    /// <summary>Checks the code and opens the session.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, CancellationToken cancellation)
    {
        var refusal = new Outcome.Refused(command.IsRecoveryCode
            ? "That recovery code didn't work. Check it, or use another; each code works only once. After five failed attempts, you'll have to wait 15 minutes."
            : "That code didn't work. Wait for the next one in your app and try again. After five failed attempts, you'll have to wait 15 minutes.");
        if (await session.HalfWayAsync(cancellation) is not { } id)
            return refusal;
        var member = await db.Set<StaffMember>().SingleAsync(s => s.Id == id, cancellation);
        if (!await tries.TakeCodeAsync(member, cancellation))
            return refusal;
        var isCorrect = command.IsRecoveryCode
            ? await factor.UseRecoveryCodeAsync(member, command.Code, cancellation)
            : await factor.UseCodeAsync(member, command.Code, cancellation);
        if (!isCorrect)
            return refusal;
        // The stamp is the row's concurrency token, so if the same code is posted twice, one post fails.
        member.ConcurrencyStamp = SecretCode.NewToken();
        db.Record(this, clock.GetUtcNow().UtcDateTime, StaffSession.ActorFor(member), null,
            new StaffSignedIn(id, command.IsRecoveryCode ? "password and recovery code" : "password and code"));
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return refusal;
        await tries.ForgetAsync(id, cancellation);
        await session.OpenAsync(member, SignInProof.SecondFactor);
        return Outcome.Done;
    }
}

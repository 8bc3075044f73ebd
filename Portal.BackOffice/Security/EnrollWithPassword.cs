using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Sets up a staff member's sign-in through a one-time link, for the first time or after the second factor was lost.
/// This one uses a password and an authenticator app, whose first code proves that it's set up.
/// </summary>
public sealed class EnrollWithPassword(PortalDb db, StaffStore store, StaffSession session, TimeProvider clock)
{
    /// <summary>The choices so far, and the first code from the app.</summary>
    public sealed record Command(StaffMember Member, EnrollmentPlan Plan, string? Code);

    /// <summary>The sign-in is set up; the recovery codes are shown once.</summary>
    public sealed record Enrolled(IReadOnlyList<string> RecoveryCodes) : Outcome.Success;

    /// <summary>Enrolls and opens the session.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, CancellationToken cancellation)
    {
        var (member, now) = (command.Member, clock.GetUtcNow().UtcDateTime);
        var refusal = new Outcome.Refused("That code didn't work. Wait for the next one in your app and enter it.");
        if (Totp.Match(command.Plan.Key, command.Code, now) is not { } step)
            return refusal;
        await db.StartAnewAsync(new(this, StaffSession.ActorFor(member), now), member, "password and code", cancellation);
        (member.PasswordHash, member.TwoFactorEnabled) = (command.Plan.PasswordHash, true);
        var codes = RecoveryCodes.New();
        await store.SetAuthenticatorKeyAsync(member, command.Plan.Key, cancellation);
        await store.SetLastStepAsync(member, step, cancellation);
        await store.ReplaceCodesAsync(member, codes, cancellation);
        // The link was used in the meantime.
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return refusal;
        await session.OpenAsync(member, SignInProof.SecondFactor);
        return new Enrolled(codes);
    }
}

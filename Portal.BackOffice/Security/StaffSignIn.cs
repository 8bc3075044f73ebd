using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Signs staff in: password and then a code, or a passkey. Every way ends in <see cref="OpenAsync"/>.</summary>
public sealed class StaffSignIn(
    PortalDb db, UserManager<StaffMember> users, StaffStore store, SignInManager<StaffMember> identity, SignInTries tries, IHttpContextAccessor accessor,
    TimeProvider clock)
{
    // The hash of a password nobody has, at the same number of rounds.
    private static string? _nobodysHash;

    private HttpContext Context => accessor.HttpContext!;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The first step. One hash is computed whether or not the address is known, so that both take equally long.</summary>
    public async Task<bool> CheckPasswordAsync(string email, string password, CancellationToken cancellation)
    {
        var normalized = users.NormalizeEmail(email.Trim());
        var member = await db.Set<StaffMember>().AsNoTracking().SingleOrDefaultAsync(s => s.NormalizedEmail == normalized, cancellation);
        var mayTry = await tries.TakeAsync(member?.Id ?? Guid.Empty, cancellation);
        _nobodysHash ??= users.PasswordHasher.HashPassword(new StaffMember(), Totp.NewKey());
        var verdict = users.PasswordHasher.VerifyHashedPassword(member ?? new StaffMember(), member?.PasswordHash ?? _nobodysHash, password);
        if (member is not { PasswordHash: not null, TwoFactorEnabled: true } || !mayTry || verdict == PasswordVerificationResult.Failed)
            return false;
        await tries.GiveBackAsync(member.Id, cancellation);
        var claims = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, member.Id.ToString()), new(nameof(member.SecurityStamp), member.SecurityStamp!)], StaffCookies.HalfWay);
        await Context.SignInAsync(StaffCookies.HalfWay, new ClaimsPrincipal(claims));
        return true;
    }

    /// <summary>Whose password was right a moment ago; null when nobody's was.</summary>
    public async Task<Guid?> HalfWayAsync(CancellationToken cancellation)
    {
        var who = (await Context.AuthenticateAsync(StaffCookies.HalfWay)).Principal;
        if (!Guid.TryParse(who?.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        var stamp = who!.FindFirstValue(nameof(StaffMember.SecurityStamp));
        return await db.Set<StaffMember>().AnyAsync(s => s.Id == id && s.SecurityStamp == stamp && s.DisabledAt == null, cancellation) ? id : null;
    }

    /// <summary>The second step: a code of the authenticator app. Each works once (ASVS 6.5.1).</summary>
    public Task<bool> UseCodeAsync(string? code, CancellationToken cancellation) => SecondStepAsync("password and code", async member =>
    {
        if (await store.GetAuthenticatorKeyAsync(member, cancellation) is not { } key || Totp.Match(key, code, Now) is not { } step
            || step <= await store.LastStepAsync(member, cancellation))
            return false;
        await store.SetLastStepAsync(member, step, cancellation);
        return true;
    }, cancellation);

    /// <summary>The second step with one of the recovery codes; each works once.</summary>
    public Task<bool> UseRecoveryCodeAsync(string? code, CancellationToken cancellation) =>
        SecondStepAsync("password and recovery code", member => store.RedeemCodeAsync(member, code ?? "", cancellation), cancellation);

    /// <summary>Signs in with what the device answered; who it is stands in the answer.</summary>
    public async Task<bool> UsePasskeyAsync(string answer, CancellationToken cancellation)
    {
        var result = await identity.PerformPasskeyAssertionAsync(answer);
        if (!result.Succeeded || result.User.DisabledAt is not null)
            return false;
        await store.AddLaterAsync(result.User, result.Passkey, cancellation);
        db.Record(this, Now, Itself(result.User), null, new StaffSignedIn(result.User.Id, "passkey"));
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return false;
        await OpenAsync(result.User, SignInProof.Passkey);
        return true;
    }

    /// <summary>Opens the session; the ticket stays on the server.</summary>
    public Task OpenAsync(StaffMember member, string proof) => identity.SignInWithClaimsAsync(member, new AuthenticationProperties(),
        [new(StaffPrincipal.ProofClaim, proof), new(StaffPrincipal.SignedInClaim, Now.Ticks.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Ends the session here and on the server.</summary>
    public async Task SignOutAsync(Actor actor, CancellationToken cancellation)
    {
        db.Record(this, Now, actor, null, new StaffSignedOut(actor.Id!.Value));
        await db.CommitAsync(cancellation);
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>A person as the actor of their own sign-in.</summary>
    internal static Actor Itself(StaffMember member) => Actor.Staff(member.Id, member.DisplayName, member.Role);

    private async Task<bool> SecondStepAsync(string with, Func<StaffMember, Task<bool>> redeem, CancellationToken cancellation)
    {
        if (await HalfWayAsync(cancellation) is not { } id || !await tries.TakeAsync(id, cancellation))
            return false;
        var member = await db.Set<StaffMember>().SingleAsync(s => s.Id == id, cancellation);
        if (!await redeem(member))
            return false;
        // The stamp is the concurrency token of the row: of two posts with the same code one fails.
        member.ConcurrencyStamp = SecretCode.NewToken();
        db.Record(this, Now, Itself(member), null, new StaffSignedIn(id, with));
        if (!(await db.CommitAsync(cancellation)).Succeeded)
            return false;
        await tries.ForgetAsync(id, cancellation);
        await Context.SignOutAsync(StaffCookies.HalfWay);
        await OpenAsync(member, SignInProof.SecondFactor);
        return true;
    }
}

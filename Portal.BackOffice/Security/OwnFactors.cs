using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Somebody changed how they sign in.</summary>
public sealed record SignInChanged(Guid StaffId, string What) : IEvent;

/// <summary>A member of staff changes how they sign in themselves. Pages ask for a recent sign-in first.</summary>
public sealed class OwnFactors(PortalDb db, UserManager<StaffMember> users, StaffStore store, PasswordRules rules, SignInTries tries, TimeProvider clock)
{
    /// <summary>The person.</summary>
    public Task<StaffMember> ReadAsync(Actor actor, CancellationToken cancellation) =>
        db.Set<StaffMember>().SingleAsync(s => s.Id == actor.Id, cancellation);

    /// <summary>Adds a passkey under a name.</summary>
    public async Task<Outcome> AddPasskeyAsync(UserPasskeyInfo passkey, string? name, Actor actor, CancellationToken cancellation)
    {
        var member = await ReadAsync(actor, cancellation);
        passkey.Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim()[..Math.Min(name.Trim().Length, 60)];
        await store.AddLaterAsync(member, passkey, cancellation);
        return await CommitAsync(member, "passkey added", actor, cancellation);
    }

    /// <summary>Takes a passkey away, unless it is the only way left to sign in.</summary>
    public async Task<Outcome> RemovePasskeyAsync(byte[] credentialId, Actor actor, CancellationToken cancellation)
    {
        var member = await ReadAsync(actor, cancellation);
        var own = await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == member.Id).ToListAsync(cancellation);
        var gone = own.Find(p => p.CredentialId.AsSpan().SequenceEqual(credentialId));
        if (gone is null)
            return Outcome.Done;
        if (own.Count == 1 && !member.TwoFactorEnabled)
            return new Outcome.Refused("This passkey is your only way to sign in. Add another one first.");
        db.Remove(gone);
        return await CommitAsync(member, "passkey removed", actor, cancellation);
    }

    /// <summary>New recovery codes; the old ones stop working. Null when the person signs in with passkeys alone.</summary>
    public async Task<IReadOnlyList<string>?> NewRecoveryCodesAsync(Actor actor, CancellationToken cancellation)
    {
        var member = await ReadAsync(actor, cancellation);
        if (!member.TwoFactorEnabled)
            return null;
        var codes = RecoveryCodes.New();
        await store.ReplaceCodesAsync(member, codes, cancellation);
        return (await CommitAsync(member, "recovery codes", actor, cancellation)).Succeeded ? codes : null;
    }

    /// <summary>Changes the password and ends every other session.</summary>
    public async Task<Outcome> ChangePasswordAsync(string? current, string? wanted, Actor actor, CancellationToken cancellation)
    {
        if (!await tries.TakeAsync(actor.Id!.Value, cancellation))
            return new Outcome.Refused("Too many failed tries. Wait 15 minutes and try again.");
        var member = await ReadAsync(actor, cancellation);
        if (member.PasswordHash is null || users.PasswordHasher.VerifyHashedPassword(member, member.PasswordHash, current ?? "") == PasswordVerificationResult.Failed)
            return new WrongPassword();
        if (rules.Refusal(member, wanted) is { } sentence)
            return new Outcome.Refused(sentence);
        (member.PasswordHash, member.SecurityStamp) = (users.PasswordHasher.HashPassword(member, wanted!), SecretCode.NewToken());
        (member.AccessFailedCount, member.LockoutEnd) = (0, null);
        db.RemoveRange(await db.Set<Session>().Where(s => s.StaffId == member.Id).ToListAsync(cancellation));
        return await CommitAsync(member, "password", actor, cancellation);
    }

    /// <summary>The current password is not the one that was typed.</summary>
    public sealed record WrongPassword : Outcome;

    private Task<Outcome> CommitAsync(StaffMember member, string what, Actor actor, CancellationToken cancellation)
    {
        member.ConcurrencyStamp = SecretCode.NewToken();
        db.Record(this, clock.GetUtcNow().UtcDateTime, actor, null, new SignInChanged(member.Id, what));
        return db.CommitAsync(cancellation);
    }
}

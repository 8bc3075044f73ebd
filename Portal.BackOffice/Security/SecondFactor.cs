using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Uses up authenticator and recovery codes; each works once (ASVS 6.5.1). The caller saves.</summary>
public sealed class SecondFactor(StaffStore store, TimeProvider clock)
{
    /// <summary>Uses an authenticator code.</summary>
    public async Task<bool> UseCodeAsync(StaffMember member, string? code, CancellationToken cancellation)
    {
        if (await store.GetAuthenticatorKeyAsync(member, cancellation) is not { } key || Totp.Match(key, code, clock.GetUtcNow().UtcDateTime) is not { } step
            || step <= await store.LastStepAsync(member, cancellation))
            return false;
        await store.SetLastStepAsync(member, step, cancellation);
        return true;
    }

    /// <summary>Uses a recovery code.</summary>
    public Task<bool> UseRecoveryCodeAsync(StaffMember member, string? code, CancellationToken cancellation) =>
        store.RedeemCodeAsync(member, code ?? "", cancellation);
}

using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Identity's user store would keep authenticator keys and recovery codes in plain text; this one seals the keys and
/// hashes the codes.
/// </summary>
public sealed class StaffStore(PortalDb db, SystemCipher cipher, SecretCode secrets, IdentityErrorDescriber describer)
    : UserOnlyStore<StaffMember, PortalDb, Guid>(db, describer)
{
    private const string KeyPlace = "StaffMember/AuthenticatorKey";
    private const string RecoveryPurpose = "staff/recovery-code";
    private const string StepProvider = "Totp";
    private const string StepName = "LastStep";

    // The base class stores them under these names.
    private const string RecoveryProvider = "[AspNetUserStore]";
    private const string RecoveryName = "RecoveryCodes";

    /// <inheritdoc />
    public override Task SetAuthenticatorKeyAsync(StaffMember user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, cipher.Seal(key, KeyPlace), cancellationToken);

    /// <inheritdoc />
    public override async Task<string?> GetAuthenticatorKeyAsync(StaffMember user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { Length: > 0 } key ? cipher.Unseal(key, KeyPlace) : null;

    /// <summary>Time step of the last code that was used; 0 if none was.</summary>
    public async Task<long> LastStepAsync(StaffMember user, CancellationToken cancellationToken) =>
        long.TryParse(await GetTokenAsync(user, StepProvider, StepName, cancellationToken), CultureInfo.InvariantCulture, out var step) ? step : 0;

    /// <summary>Records the time step; doesn't save.</summary>
    public Task SetLastStepAsync(StaffMember user, long step, CancellationToken cancellationToken) =>
        SetTokenAsync(user, StepProvider, StepName, step.ToString(CultureInfo.InvariantCulture), cancellationToken);

    /// <inheritdoc />
    public override Task ReplaceCodesAsync(StaffMember user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(code => Hash(user, code)), cancellationToken);

    /// <inheritdoc />
    public override async Task<bool> RedeemCodeAsync(StaffMember user, string code, CancellationToken cancellationToken)
    {
        var hashes = (await GetTokenAsync(user, RecoveryProvider, RecoveryName, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var used = Hash(user, code);
        if (!hashes.Contains(used))
            return false;
        // The base class stores what it's given; these are already hashes.
        await base.ReplaceCodesAsync(user, hashes.Where(h => h != used), cancellationToken);
        return true;
    }

    /// <summary>Adds a passkey, or its new counter, to what the operation saves.</summary>
    public async Task AddLaterAsync(StaffMember user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        AutoSaveChanges = false;
        await AddOrUpdatePasskeyAsync(user, passkey, cancellationToken);
        AutoSaveChanges = true;
    }

    private string Hash(StaffMember user, string code) =>
        secrets.Hash(RecoveryPurpose, user.Id.ToString("N"), string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant());
}

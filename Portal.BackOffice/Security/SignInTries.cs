using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Five attempts from one place, then a 15-minute wait there. A place is a browser the person has signed in with before, or a client
/// address, so nobody can lock a colleague out from elsewhere. An attempt is counted before the secret is checked, so simultaneous
/// guesses can't count as one.
/// </summary>
public sealed class SignInTries(PortalDb db, BlindIndex index, StaffDevices devices, TimeProvider clock)
{
    /// <summary>Attempts from one place before the wait.</summary>
    public const int Most = 5;

    /// <summary>Attempts from all unknown browsers together, against guessing from many addresses.</summary>
    public const int MostFromStrangers = 200;

    /// <summary>Length of the wait, after the last attempt.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Counts an attempt at the password; false if none are left here or the account is deactivated.</summary>
    public async Task<bool> TakePasswordAsync(StaffMember? member, CancellationToken cancellation)
    {
        if (member is not { DisabledAt: null })
            return false;
        return devices.Find(member) is { } device
            ? await CountAsync(member.Id, "password/device/" + device, Most, cancellation)
            : await CountAsync(member.Id, "password/address/" + devices.Address, Most, cancellation)
                && await CountAsync(member.Id, "password/strangers", MostFromStrangers, cancellation);
    }

    /// <summary>
    /// Counts an attempt at the second factor. Only someone who has the password, a link, or the session gets that far, so unknown
    /// browsers share their attempts: the six digits couldn't stand guessing from many addresses.
    /// </summary>
    public async Task<bool> TakeCodeAsync(StaffMember member, CancellationToken cancellation) =>
        member.DisabledAt is null
        && await CountAsync(member.Id, devices.Find(member) is { } device ? "code/device/" + device : "code/strangers", Most, cancellation);

    /// <summary>Counts an attempt at the code that a one-time link asks for. The link is the way back when others used up the attempts.</summary>
    public async Task<bool> TakeLinkAsync(StaffMember member, CancellationToken cancellation) =>
        member.DisabledAt is null && await CountAsync(member.Id, "link", Most, cancellation);

    /// <summary>The password was correct, and the second step follows.</summary>
    public Task ForgetPasswordAsync(StaffMember member, CancellationToken cancellation)
    {
        var place = PlaceOf("password/" + (devices.Find(member) is { } device ? "device/" + device : "address/" + devices.Address));
        return db.Set<SignInTry>().Where(t => t.StaffId == member.Id && t.Place == place).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The person is signed in; nothing counts anymore.</summary>
    public Task ForgetAsync(Guid staffId, CancellationToken cancellation) =>
        db.Set<SignInTry>().Where(t => t.StaffId == staffId).ExecuteDeleteAsync(cancellation);

    private async Task<bool> CountAsync(Guid staffId, string where, int most, CancellationToken cancellation)
    {
        var place = PlaceOf(where);
        while (true)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var seen = await db.Set<SignInTry>().AsNoTracking().SingleOrDefaultAsync(t => t.StaffId == staffId && t.Place == place, cancellation);
            if (seen?.Count >= most && seen.ForgottenAt > now)
                return false;
            var next = seen?.ForgottenAt > now ? seen.Count + 1 : 1;
            if (await SetAsync(new() { StaffId = staffId, Place = place, Count = next, ForgottenAt = now + Pause }, seen, cancellation))
                return true;
        }
    }

    // False if another attempt was counted in the meantime.
    private async Task<bool> SetAsync(SignInTry next, SignInTry? seen, CancellationToken cancellation)
    {
        if (seen is not null)
            return await db.Set<SignInTry>()
                .Where(t => t.StaffId == next.StaffId && t.Place == next.Place && t.Count == seen.Count && t.ForgottenAt == seen.ForgottenAt)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Count, next.Count).SetProperty(x => x.ForgottenAt, next.ForgottenAt), cancellation) == 1;
        var entry = db.Add(next);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException conflict) when (UniqueViolation.Caused(conflict))
        {
            return false;
        }
        finally
        {
            entry.State = EntityState.Detached;
        }
    }

    private string PlaceOf(string where) => index.Of("sign-in/place", where);
}

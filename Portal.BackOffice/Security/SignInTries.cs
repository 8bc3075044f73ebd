using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Five attempts, then a 15-minute wait. An attempt is counted before the secret is checked, so simultaneous guesses
/// can't count as one.
/// </summary>
public sealed class SignInTries(PortalDb db, TimeProvider clock)
{
    /// <summary>Wrong attempts before the wait.</summary>
    public const int Most = 5;

    /// <summary>Length of the wait.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Counts an attempt; false if none are left or the account is deactivated.</summary>
    public async Task<bool> TakeAsync(Guid staffId, CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var seen = await db.Set<StaffMember>().AsNoTracking().Where(s => s.Id == staffId && s.DisabledAt == null)
                .Select(s => new { s.AccessFailedCount, s.LockoutEnd }).SingleOrDefaultAsync(cancellation);
            if (seen is null || seen.LockoutEnd > now)
                return false;
            var tries = seen.AccessFailedCount >= Most ? 1 : seen.AccessFailedCount + 1;
            DateTimeOffset? end = tries >= Most ? now + Pause : null;
            if (await SetAsync(staffId, seen.AccessFailedCount, tries, end, cancellation))
                return true;
        }
    }

    /// <summary>The secret was correct, but another step follows.</summary>
    public Task GiveBackAsync(Guid staffId, CancellationToken cancellation) =>
        db.Set<StaffMember>().Where(s => s.Id == staffId && s.AccessFailedCount > 0).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount - 1).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), cancellation);

    /// <summary>The person is signed in.</summary>
    public Task ForgetAsync(Guid staffId, CancellationToken cancellation) =>
        db.Set<StaffMember>().Where(s => s.Id == staffId).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), cancellation);

    private async Task<bool> SetAsync(Guid staffId, int seen, int tries, DateTimeOffset? end, CancellationToken cancellation) =>
        await db.Set<StaffMember>().Where(s => s.Id == staffId && s.AccessFailedCount == seen).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.AccessFailedCount, tries).SetProperty(x => x.LockoutEnd, end), cancellation) == 1;
}

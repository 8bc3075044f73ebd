using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>
/// Five tries, then a pause of 15 minutes. A try is taken before the secret is looked at, so that many guesses at the
/// same moment do not count as one.
/// </summary>
public sealed class SignInTries(PortalDb db, TimeProvider clock)
{
    /// <summary>Wrong tries until the pause.</summary>
    public const int Most = 5;

    /// <summary>How long the pause is.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>Takes one; false when none is left or the account is shut.</summary>
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

    /// <summary>The secret was right, but the next step is still to come.</summary>
    public Task GiveBackAsync(Guid staffId, CancellationToken cancellation) =>
        db.Set<StaffMember>().Where(s => s.Id == staffId && s.AccessFailedCount > 0).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount - 1).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), cancellation);

    /// <summary>The person is in.</summary>
    public Task ForgetAsync(Guid staffId, CancellationToken cancellation) =>
        db.Set<StaffMember>().Where(s => s.Id == staffId).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), cancellation);

    private async Task<bool> SetAsync(Guid staffId, int seen, int tries, DateTimeOffset? end, CancellationToken cancellation) =>
        await db.Set<StaffMember>().Where(s => s.Id == staffId && s.AccessFailedCount == seen).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.AccessFailedCount, tries).SetProperty(x => x.LockoutEnd, end), cancellation) == 1;
}

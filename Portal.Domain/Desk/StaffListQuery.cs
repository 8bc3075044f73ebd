using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>How a staff member signs in.</summary>
public enum SignInState
{
    /// <summary>The account is deactivated.</summary>
    Deactivated,

    /// <summary>With a passkey.</summary>
    Passkey,

    /// <summary>With a password and a code.</summary>
    PasswordAndCode,

    /// <summary>Not yet: the enrollment link hasn't been used.</summary>
    LinkOpen,

    /// <summary>Can't sign in: there is no enrollment link, or it has expired.</summary>
    NeedsLink,
}

/// <summary>A row of the staff list.</summary>
public sealed record StaffLine(StaffMember Member, SignInState SignIn);

/// <summary>The list of staff.</summary>
/// <param name="Lines">Active accounts first, then by name.</param>
/// <param name="Today">The date in the office's time zone.</param>
public sealed record StaffList(IReadOnlyList<StaffLine> Lines, DateOnly Today);

/// <summary>Reads all current and former staff.</summary>
public sealed class StaffListQuery(PortalDb db, Calendars calendars, TimeProvider clock)
{
    private const int MaxMembers = 500;

    /// <summary>Reads the list; unpaged, because an office has a few dozen people.</summary>
    public async Task<StaffList> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var members = await db.Set<StaffMember>().AsNoTracking()
            .OrderBy(s => s.DisabledAt != null)
            .ThenBy(s => s.DisplayName)
            .ThenBy(s => s.Id)
            .Take(MaxMembers)
            .ToListAsync(cancellation);
        var passkeyOwners = await db.Set<IdentityUserPasskey<Guid>>().Select(p => p.UserId).Distinct().ToListAsync(cancellation);
        var withPasskey = passkeyOwners.ToHashSet();
        return new([.. members.Select(m => new StaffLine(m, StateOf(m, withPasskey.Contains(m.Id), now)))], today);
    }

    private static SignInState StateOf(StaffMember member, bool hasPasskey, DateTime now) =>
        member.DisabledAt is not null ? SignInState.Deactivated
        : hasPasskey ? SignInState.Passkey
        : member.TwoFactorEnabled ? SignInState.PasswordAndCode
        : member.EnrollmentExpiresAt > now ? SignInState.LinkOpen
        : SignInState.NeedsLink;
}

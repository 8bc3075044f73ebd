using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Offices;
using Portal.Domain.Staff;

namespace Portal.Domain.Desk;

/// <summary>How somebody signs in.</summary>
public enum SignInState
{
    /// <summary>The account is shut.</summary>
    Deactivated,

    /// <summary>With a passkey.</summary>
    Passkey,

    /// <summary>With a password and a code.</summary>
    PasswordAndCode,

    /// <summary>The link that was given out is still to be used.</summary>
    LinkOpen,

    /// <summary>Not at all: there is no link, or it is too old.</summary>
    NeedsLink,
}

/// <summary>A line of the list of staff.</summary>
public sealed record StaffLine(StaffMember Member, SignInState SignIn);

/// <summary>The list of staff.</summary>
/// <param name="Lines">Open accounts first, by name.</param>
/// <param name="Today">The office's day.</param>
public sealed record StaffList(IReadOnlyList<StaffLine> Lines, DateOnly Today);

/// <summary>Reads everybody who works or worked in the office.</summary>
public sealed class StaffListQuery(PortalDb db, Calendars calendars, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>Reads them; there are a few dozen.</summary>
    public async Task<StaffList> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await calendars.ReadAsync(cancellation)).DayOf(now);
        var members = await db.Set<StaffMember>().AsNoTracking().OrderBy(s => s.DisabledAt != null).ThenBy(s => s.DisplayName).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation);
        var withPasskey = (await db.Set<IdentityUserPasskey<Guid>>().Select(p => p.UserId).Distinct().ToListAsync(cancellation)).ToHashSet();
        return new([.. members.Select(m => new StaffLine(m, StateOf(m, withPasskey.Contains(m.Id), now)))], today);
    }

    private static SignInState StateOf(StaffMember member, bool hasPasskey, DateTime now) =>
        member.DisabledAt is not null ? SignInState.Deactivated
        : hasPasskey ? SignInState.Passkey
        : member.TwoFactorEnabled ? SignInState.PasswordAndCode
        : member.EnrollmentExpiresAt > now ? SignInState.LinkOpen
        : SignInState.NeedsLink;
}

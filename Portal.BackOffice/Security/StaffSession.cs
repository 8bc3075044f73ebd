using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>A staff session, and what is remembered between two sign-in steps. The tickets stay on the server.</summary>
public sealed class StaffSession(PortalDb db, SignInManager<StaffMember> identity, StaffDevices devices, IHttpContextAccessor accessor, TimeProvider clock)
{
    private HttpContext Context => accessor.HttpContext!;

    /// <summary>Opens the session; every way of signing in ends here.</summary>
    /// <param name="proof">How the person signed in, one of <see cref="SignInProof"/>.</param>
    public async Task OpenAsync(StaffMember member, string proof)
    {
        await Context.SignOutAsync(StaffCookies.HalfWay);
        devices.Remember(member);
        await identity.SignInWithClaimsAsync(member, new AuthenticationProperties(),
        [
            new(StaffPrincipal.ProofClaim, proof),
            new(StaffPrincipal.SignedInClaim, clock.GetUtcNow().UtcDateTime.Ticks.ToString(CultureInfo.InvariantCulture)),
        ]);
    }

    /// <summary>Ends it here and on the server.</summary>
    public Task EndAsync() => Context.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>Remembers for ten minutes whose password was correct.</summary>
    public Task RememberPasswordAsync(StaffMember member) => Context.SignInAsync(StaffCookies.HalfWay, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, member.Id.ToString()), new(nameof(member.SecurityStamp), member.SecurityStamp!)], StaffCookies.HalfWay)));

    /// <summary>Whose password was just correct; null if there is none.</summary>
    public async Task<Guid?> HalfWayAsync(CancellationToken cancellation)
    {
        var who = (await Context.AuthenticateAsync(StaffCookies.HalfWay)).Principal;
        if (!Guid.TryParse(who?.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return null;
        var stamp = who!.FindFirstValue(nameof(StaffMember.SecurityStamp));
        return await db.Set<StaffMember>().AnyAsync(s => s.Id == id && s.SecurityStamp == stamp && s.DisabledAt == null, cancellation) ? id : null;
    }

    /// <summary>The person as the actor of their own sign-in.</summary>
    internal static Actor ActorFor(StaffMember member) => Actor.Staff(member.Id, member.DisplayName, member.Role);
}

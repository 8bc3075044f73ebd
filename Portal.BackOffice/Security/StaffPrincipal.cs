using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Security;

/// <summary>Claims of a staff session: ID, name, role, security stamp.</summary>
public sealed class StaffPrincipal(UserManager<StaffMember> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffMember>(users, options)
{
    /// <summary>How the person signed in, one of <see cref="SignInProof"/>.</summary>
    public const string ProofClaim = "amr";

    /// <summary>When the person signed in, UTC ticks.</summary>
    public const string SignedInClaim = "auth_time";

    private const string RoleClaim = "role";
    private const string NameClaim = "display_name";

    /// <summary>The actor for a session; null if no staff member is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal? user) =>
        user?.FindFirstValue(RoleClaim) is { } role && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? Actor.Staff(id, user.FindFirstValue(NameClaim) ?? "", Enum.Parse<StaffRole>(role))
            : null;

    /// <summary>When the person signed in, UTC; null if no one did.</summary>
    public static DateTime? SignedInAt(ClaimsPrincipal? user) =>
        long.TryParse(user?.FindFirstValue(SignedInClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new(ticks, DateTimeKind.Utc)
            : null;

    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffMember user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(RoleClaim, user.Role.ToString()));
        identity.AddClaim(new(NameClaim, user.DisplayName));
        return identity;
    }
}

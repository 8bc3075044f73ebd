using Microsoft.AspNetCore.Http;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Security;

/// <summary>The staff member who sent this request.</summary>
public sealed class StaffActor(IHttpContextAccessor accessor)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    /// <summary>The signed-in staff member.</summary>
    /// <exception cref="InvalidOperationException">No one is signed in, because the page is open to everyone.</exception>
    public Actor Current => IfSignedIn ?? throw new InvalidOperationException("No staff member is signed in.");

    /// <summary>The signed-in staff member; null if no one is signed in.</summary>
    public Actor? IfSignedIn => StaffPrincipal.ActorOf(accessor.HttpContext?.User);

    /// <summary>Whether the sign-in is recent enough to change how one signs in (ASVS 7.5.1).</summary>
    public bool SignedInRecently(DateTime now) => StaffPrincipal.SignedInAt(accessor.HttpContext?.User) is { } at && now - at < Recent;
}

using Microsoft.AspNetCore.Http;
using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Security;

/// <summary>The member of staff whose request this is.</summary>
public sealed class StaffActor(IHttpContextAccessor accessor)
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    /// <summary>Who is signed in.</summary>
    /// <exception cref="InvalidOperationException">Nobody is; the page is open to everyone.</exception>
    public Actor Current => IfSignedIn ?? throw new InvalidOperationException("Nobody of the staff is signed in.");

    /// <summary>Who is signed in; null when nobody is.</summary>
    public Actor? IfSignedIn => StaffPrincipal.ActorOf(accessor.HttpContext?.User);

    /// <summary>Whether the sign-in is fresh enough to change how one signs in (ASVS 7.5.1).</summary>
    public bool SignedInRecently(DateTime now) => StaffPrincipal.SignedInAt(accessor.HttpContext?.User) is { } at && now - at < Recent;
}

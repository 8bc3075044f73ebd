using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Hosting;

/// <summary>What a constituent's browser may see: one case, and for what proof.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Assurance">How sure we are of the person.</param>
/// <param name="ReleaseId">The one release a signer may sign; null when the session is for the whole case.</param>
public sealed record CaseAccess(Guid CaseId, IdentityAssurance Assurance, Guid? ReleaseId)
{
    /// <summary>The session as an actor.</summary>
    public Actor Actor => ReleaseId is { } release ? Actor.Signer(CaseId, release) : Actor.Constituent(CaseId);

    /// <summary>Whether the whole case may be seen, not just a release to sign.</summary>
    public bool WholeCase => ReleaseId is null;
}

/// <summary>Opens and reads a constituent's session: thirty idle minutes, two hours at most.</summary>
public sealed class ConstituentSession(IHttpContextAccessor accessor, IAuthenticationSchemeProvider schemes, PortalDb db, TimeProvider clock)
{
    private const string CaseClaim = "case";
    private const string AssuranceClaim = "assurance";
    private const string ReleaseClaim = "release";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>What this browser may see; null when nothing.</summary>
    public async Task<CaseAccess?> ReadAsync()
    {
        var result = await Context.AuthenticateAsync(SessionStore.ConstituentScheme);
        return result.Principal is { } who && Guid.TryParse(who.FindFirstValue(CaseClaim), out var caseId)
            ? new(caseId, Enum.Parse<IdentityAssurance>(who.FindFirstValue(AssuranceClaim)!), Guid.TryParse(who.FindFirstValue(ReleaseClaim), out var release) ? release : null)
            : null;
    }

    /// <summary>Opens a session; the one before it ends.</summary>
    public async Task OpenAsync(CaseAccess access)
    {
        await CloseAsync();
        var claims = new List<Claim> { new(CaseClaim, access.CaseId.ToString()), new(AssuranceClaim, access.Assurance.ToString()) };
        if (access.ReleaseId is { } release)
            claims.Add(new(ReleaseClaim, release.ToString()));
        // The request's own handler remembers the session that has just ended and would renew it; a new one makes a new key.
        var handler = await new AuthenticationHandlerProvider(schemes).GetHandlerAsync(Context, SessionStore.ConstituentScheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(
            new ClaimsPrincipal(new ClaimsIdentity(claims, SessionStore.ConstituentScheme)),
            new AuthenticationProperties(new Dictionary<string, string?> { [ConstituentAccess.Began] = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture) }));
    }

    /// <summary>
    /// Opens a session that the next save of this request stores, so that both take one durable write. Whoever calls it calls
    /// <see cref="StoreAsync"/> after the save, or <see cref="CloseAsync"/> when there was none. A browser that has a session keeps it
    /// until then: false.
    /// </summary>
    public async Task<bool> OpenWithNextSaveAsync(CaseAccess access)
    {
        if ((await Context.AuthenticateAsync(SessionStore.ConstituentScheme)).Principal is not null)
            return false;
        Context.Features.Set(new PendingSession());
        await OpenAsync(access);
        return true;
    }

    /// <summary>Stores the session of <see cref="OpenWithNextSaveAsync"/> now, unless a save has done it.</summary>
    public async Task StoreAsync()
    {
        if (Context.Features.Get<PendingSession>()?.Row is not { } row || db.Entry(row).State == EntityState.Unchanged)
            return;
        db.ChangeTracker.Clear();
        db.Add(row);
        await db.SaveChangesAsync();
    }

    /// <summary>Ends it, on the server too.</summary>
    public Task CloseAsync() => Context.SignOutAsync(SessionStore.ConstituentScheme);
}

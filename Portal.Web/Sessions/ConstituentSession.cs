using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Portal.BackOffice.Kit;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Sessions;

/// <summary>Opens and reads a constituent's session: up to 30 minutes idle and two hours in total.</summary>
public sealed class ConstituentSession(IHttpContextAccessor accessor, IAuthenticationSchemeProvider schemes, TimeProvider clock)
{
    /// <summary>The authentication scheme; staff use a different one.</summary>
    public const string Scheme = "Constituent";

    /// <summary>Name of the cookie, without its prefix.</summary>
    public const string CookieName = "case";

    /// <summary>Ticket property that holds the start of the session, UTC ticks.</summary>
    internal const string Began = "began";

    private const string AssuranceClaim = "assurance";
    private const string ReleaseClaim = "release";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>What this browser can access; null if nothing.</summary>
    public async Task<CaseAccess?> ReadAsync()
    {
        var result = await Context.AuthenticateAsync(Scheme);
        return result.Principal is { } who && Guid.TryParse(who.FindFirstValue(SessionStore.CaseClaim), out var caseId)
            ? new(
                caseId,
                Enum.Parse<IdentityAssurance>(who.FindFirstValue(AssuranceClaim)!),
                Guid.TryParse(who.FindFirstValue(ReleaseClaim), out var release) ? release : null)
            : null;
    }

    /// <summary>Opens a session; any earlier session ends.</summary>
    public async Task OpenAsync(CaseAccess access)
    {
        await CloseAsync();
        var claims = new List<Claim> { new(SessionStore.CaseClaim, access.CaseId.ToString()), new(AssuranceClaim, access.Assurance.ToString()) };
        if (access.ReleaseId is { } release)
            claims.Add(new(ReleaseClaim, release.ToString()));
        // The request's own handler remembers the session that just ended and would renew it; a new handler creates a
        // new key.
        var handler = await new AuthenticationHandlerProvider(schemes).GetHandlerAsync(Context, Scheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(
            new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)),
            new AuthenticationProperties(new Dictionary<string, string?> { [Began] = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture) }));
    }

    /// <summary>
    /// Opens a session that is stored by the next save of this request, so both take one durable write. The caller must
    /// call <see cref="StoreAsync"/> after the save, or <see cref="CloseAsync"/> if nothing was saved. Returns false if
    /// the browser already has a session, which stays in use.
    /// </summary>
    public async Task<bool> OpenWithNextSaveAsync(CaseAccess access)
    {
        if ((await Context.AuthenticateAsync(Scheme)).Principal is not null)
            return false;
        Context.Features.Set(new PendingSession());
        await OpenAsync(access);
        return true;
    }

    /// <summary>Stores the session from <see cref="OpenWithNextSaveAsync"/> now, unless a save already did.</summary>
    public Task StoreAsync() => SessionStore.StorePendingAsync(Context);

    /// <summary>Ends the session, including on the server.</summary>
    public Task CloseAsync() => Context.SignOutAsync(Scheme);
}

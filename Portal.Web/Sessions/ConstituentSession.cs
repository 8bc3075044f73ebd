using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Portal.BackOffice.Kit;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Sessions;

/// <summary>Opens and reads a constituent's session: thirty idle minutes, two hours at most.</summary>
public sealed class ConstituentSession(IHttpContextAccessor accessor, IAuthenticationSchemeProvider schemes, DraftCookie draft, TimeProvider clock)
{
    /// <summary>The authentication scheme; staff have their own.</summary>
    public const string Scheme = "Constituent";

    /// <summary>The property of a ticket that says when its session began, UTC ticks.</summary>
    internal const string Began = "began";

    private const string CaseClaim = "case";
    private const string AssuranceClaim = "assurance";
    private const string ReleaseClaim = "release";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>What this browser may see; null when nothing.</summary>
    public async Task<CaseAccess?> ReadAsync()
    {
        var result = await Context.AuthenticateAsync(Scheme);
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
        var handler = await new AuthenticationHandlerProvider(schemes).GetHandlerAsync(Context, Scheme);
        await ((IAuthenticationSignInHandler)handler!).SignInAsync(
            new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)),
            new AuthenticationProperties(new Dictionary<string, string?> { [Began] = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture) }));
    }

    /// <summary>
    /// Opens a session that the next save of this request stores, so that both take one durable write. Whoever calls it calls
    /// <see cref="StoreAsync"/> after the save, or <see cref="CloseAsync"/> when there was none. A browser that has a session keeps it
    /// until then: false.
    /// </summary>
    public async Task<bool> OpenWithNextSaveAsync(CaseAccess access)
    {
        if ((await Context.AuthenticateAsync(Scheme)).Principal is not null)
            return false;
        Context.Features.Set(new PendingSession());
        await OpenAsync(access);
        return true;
    }

    /// <summary>Stores the session of <see cref="OpenWithNextSaveAsync"/> now, unless a save has done it.</summary>
    public Task StoreAsync() => SessionStore.StorePendingAsync(Context);

    /// <summary>Ends it, on the server too.</summary>
    public Task CloseAsync() => Context.SignOutAsync(Scheme);

    /// <summary>Ends it, and forgets the answers that led to the case: nothing of the person stays in this browser.</summary>
    public Task LeaveAsync()
    {
        draft.Forget();
        return CloseAsync();
    }
}

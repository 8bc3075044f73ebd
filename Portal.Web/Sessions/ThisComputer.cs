using Portal.BackOffice.Kit;
using Portal.Domain.Intake;

namespace Portal.Web.Sessions;

/// <summary>What this browser still holds of a person: an open case, a request that wasn't sent, or a form that was left.</summary>
public sealed class ThisComputer(IHttpContextAccessor accessor, CookieRules rules, ConstituentSession session, DraftCookie draft, LeftForms left, Drafts drafts)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Whether it may hold something; read from the cookies alone, for every page.</summary>
    public bool MayHoldSomething => !string.IsNullOrEmpty(draft.Token) || left.Any || Context.Request.Cookies.ContainsKey(rules.Name(ConstituentSession.CookieName));

    /// <summary>The request that wasn't sent; null if there is none.</summary>
    public Task<Draft?> UnsentAsync(CancellationToken cancellation) => drafts.FindAsync(draft.Token, cancellation);

    /// <summary>
    /// Signs out, here and on the server, and forgets the draft. Also clears copies of pages that browsers keep for the
    /// Back button.
    /// </summary>
    public async Task ClearAsync()
    {
        draft.Forget();
        left.ForgetAll();
        await session.CloseAsync();
        LanguageCookie.Forget(Context);
        Context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }
}

using Portal.BackOffice.Kit;

namespace Portal.Web.Sessions;

/// <summary>Token for the draft in this browser. The token reveals nothing; the draft is sealed in the database.</summary>
public sealed class DraftCookie(IHttpContextAccessor accessor, CookieRules rules)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private (bool IsSet, string? Token) _changed;

    private string Name => rules.Name("draft");

    /// <summary>The token; null if this browser has no draft.</summary>
    public string? Token => _changed.IsSet ? _changed.Token : accessor.HttpContext?.Request.Cookies[Name];

    /// <summary>Stores the token for 30 days.</summary>
    public void Keep(string token)
    {
        _changed = (true, token);
        accessor.HttpContext?.Response.Cookies.Append(Name, token, Options(Lifetime));
    }

    /// <summary>Deletes the token.</summary>
    public void Forget()
    {
        _changed = (true, null);
        accessor.HttpContext?.Response.Cookies.Delete(Name, Options(null));
    }

    private CookieOptions Options(TimeSpan? age) => new()
    {
        HttpOnly = true,
        Secure = rules.Secure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
        MaxAge = age,
    };
}
